import { useEngine } from '~/engine/use-engine';
import { isMod, useLateKeys } from '~/ui/use-keys';

import type { ShownCards } from './card-keys';

/** The keys of the board. */
export function useCardKeys(shown: ShownCards): void {
  const engine = useEngine();
  useLateKeys(
    () => import('./card-keys'),
    ({ pressCardKey }, event) => pressCardKey(event, engine, shown),
    (event) => isMod('a', event),
  );
}
