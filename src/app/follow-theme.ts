import type { Prefs, Theme } from '~/prefs/choices';
import { DEFAULT_PREFS } from '~/prefs/choices';
import { prefs } from '~/prefs/prefs';

declare global {
  interface Window {
    /** Draws these choices, and from then on follows the system where they leave it to that: `public/theme-init.js`. */
    drawLooks(choices: Pick<Prefs, 'theme' | 'contrast' | 'textSize'>): void;
  }
}

/** Keeps the page in the chosen theme, contrast and size of text or, if none is chosen, in the system's. */
export function followTheme(): void {
  let { textSize } = DEFAULT_PREFS;
  const apply = (): void => {
    const chosen = prefs.getState();
    window.drawLooks(chosen);
    if (chosen.textSize === textSize) return;
    ({ textSize } = chosen);
    // Not there, the page keeps the layout of its usual size.
    import('./fit-to-text').then(
      ({ fitToText }) => fitToText(),
      () => undefined,
    );
  };
  apply();
  prefs.subscribe(apply);
}

/** The theme shown for a choice. */
export function shownTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}
