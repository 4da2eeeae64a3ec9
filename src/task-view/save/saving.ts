import { createStore } from 'zustand/vanilla';

/** Downloads in progress: the share of each, 0 to 1, null if its size is unknown; undefined once it has ended. */
export const saving = createStore<Record<string, number | null | undefined>>(() => ({}));

/** What stops each of them, by `refKey`. */
export const givenUp = new Map<string, AbortController>();
