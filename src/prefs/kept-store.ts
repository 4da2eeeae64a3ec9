import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';

interface Kept<T> {
  store: Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'setState' | 'subscribe'>;
  /** Changes what another tab may have changed a moment ago. */
  change(changeOf: (now: T) => Partial<T>): void;
  /** Reads what other tabs store, until the returned function is called. */
  follow(): () => void;
  reread(): void;
}

/**
 * A store that is kept on this device under a name, and until the tab closes where nothing can be stored.
 *
 * @param read total: whatever was stored
 */
export function keptStore<T>(name: string, first: T, read: (stored: unknown) => T): Kept<T> {
  const store = createStore<T>()(
    persist(() => first, {
      name,
      storage: createJSONStorage(() => localStorage),
      merge: read,
    }),
  );
  // The types say that it is there; without storage it is not.
  const { persist: kept }: { persist?: { rehydrate(): unknown } } = store;
  /** What is stored is older than what is here: the disk is full. */
  let isBehind = false;
  const reread = (): void => {
    if (!isBehind) void kept?.rehydrate();
  };
  return {
    store,
    reread,
    change(changeOf) {
      reread();
      try {
        store.setState(changeOf);
        isBehind = false;
      } catch {
        // The change is made, and only not stored.
        isBehind = true;
      }
    },
    follow() {
      const heard = ({ key }: StorageEvent): void => {
        if (key === name) reread();
      };
      addEventListener('storage', heard);
      return () => removeEventListener('storage', heard);
    },
  };
}
