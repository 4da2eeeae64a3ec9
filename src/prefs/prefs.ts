import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

import { DEFAULT_PREFS, readPrefs, type Prefs } from './choices';

/** Read by `public/theme-init.js` before the first paint. */
export const PREFS_KEY = 'rushes-prefs';

/** The person's choices, stored on this device. Without storage they last until the tab closes. */
export const prefs = createStore<Prefs>()(
  persist(() => DEFAULT_PREFS, {
    name: PREFS_KEY,
    storage: createJSONStorage(() => localStorage),
    merge: (stored) => readPrefs(stored),
  }),
);

export function setPrefs(change: Partial<Prefs>): void {
  prefs.setState(change);
}

/** Follows changes made in other tabs for as long as the page is open. */
export function followOtherTabs(): void {
  addEventListener('storage', (event) => {
    if (event.key === PREFS_KEY) void prefs.persist.rehydrate();
  });
}
