import { DEFAULT_PREFS, readPrefs, type Prefs } from './choices';
import { keptStore } from './kept-store';

/** Read by `public/theme-init.js` before the first paint. */
export const PREFS_KEY = 'rushes-prefs';

const kept = keptStore<Prefs>(PREFS_KEY, DEFAULT_PREFS, readPrefs);

/** The person's choices, stored on this device. Where nothing can be stored they last until the tab closes. */
export const prefs = kept.store;

export function setPrefs(change: Partial<Prefs>): void {
  kept.change(() => change);
}

/** Follows changes made in other tabs for as long as the page is open. */
export const followOtherTabs = kept.follow;
