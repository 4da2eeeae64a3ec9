import { useStore } from 'zustand';

import type { Prefs } from './choices';
import { prefs } from './prefs';

/** One of the person's choices: `usePrefs((p) => p.theme)`. */
export function usePrefs<T>(select: (prefs: Prefs) => T): T {
  return useStore(prefs, select);
}
