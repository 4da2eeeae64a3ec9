import { createStore } from 'zustand/vanilla';

/** Where the lock's passphrase is, in a form that only proves it; absent without a lock. */
export const LOCK = 'rushes-lock';

/** Whether this browser has a lock for the page. */
export function hasLock(): boolean {
  try {
    return localStorage.getItem(LOCK) !== null;
  } catch {
    return false;
  }
}

/** Whether the screens are hidden; with a lock, a page begins like that. */
export const locked = createStore<{ isLocked: boolean }>(() => ({ isLocked: hasLock() }));
