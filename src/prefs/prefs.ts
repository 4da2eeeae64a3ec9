import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

import { DEFAULT_PREFS, readPrefs, type Prefs } from './choices';

/** Where `public/theme-init.js` looks before the first paint. */
export const PREFS_KEY = 'rushes-prefs';

/** The person's choices, remembered on this device. Without storage they hold until the tab closes. */
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

/** Takes over what another tab chose, for as long as the page lives. */
export function followOtherTabs(): void {
  addEventListener('storage', (event) => {
    if (event.key === PREFS_KEY) void prefs.persist.rehydrate();
  });
}
