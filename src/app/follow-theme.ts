import type { Theme } from '~/prefs/choices';
import { prefs } from '~/prefs/prefs';

/** The colour of the browser's own frame, by theme; `public/theme-init.js` knows the same two. */
const FRAME = { light: '#fbfaf7', dark: '#12100e' };

/** Keeps the page in the chosen theme, and in the system's where none is chosen, for as long as it lives. */
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

/** What is drawn for a choice. */
export function shownTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}
