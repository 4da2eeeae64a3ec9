import { changeView, useViewOf } from '~/address/use-view';
import type { View } from '~/address/view';
import { DENSITIES, type Density } from '~/core/density';
import type { Prefs } from '~/prefs/choices';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';

/** As the address says; if it says nothing, as the person last chose in this browser. */
export function densityIn(
  { density }: Pick<View, 'density'>,
  { density: last }: Pick<Prefs, 'density'>,
): Density {
  return density ?? DENSITIES.find((one) => one === last) ?? DENSITIES[0];
}

export function useDensity(): Density {
  const density = usePrefs((prefs) => prefs.density);
  return densityIn({ density: useViewOf((view) => view.density) }, { density });
}

/** Gives more or less room to a task: in the address and, for the next visit, in this browser. */
export function chooseDensity(density: Density): void {
  setPrefs({ density });
  changeView({ density });
}
