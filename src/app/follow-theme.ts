import type { Theme } from '~/prefs/choices';
import { prefs } from '~/prefs/prefs';

/** Colour of the browser's own frame per theme, the same as in `public/theme-init.js`. */
const FRAME = { light: '#fbfaf7', dark: '#12100e' };

/** Keeps the page in the chosen theme or, if none is chosen, in the system's. */
export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const theme = shownTheme(prefs.getState().theme, system.matches);
    document.documentElement.dataset['theme'] = theme;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', FRAME[theme]);
  };
  apply();
  prefs.subscribe(apply);
  system.addEventListener('change', apply);
}

/** The theme shown for a choice. */
export function shownTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}
