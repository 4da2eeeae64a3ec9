import { createStore, get, set, type UseStore } from 'idb-keyval';

import { within } from '~/platform/within';

/** What a feed said of a task when it was last read. */
export interface Said {
  /** The feed's name. Where two name the same task, the first one goes on doing so. */
  by: string;
  /** Fingerprints of the name and the shot. */
  label: string;
  shot: string;
}

/** All tasks that feeds have named, by id: those that are not on the board any more were removed. */
export interface FeedMemory {
  /** @param outlives whether cards are stored; then null where the memory cannot be read: that is not an empty one */
  read(base: string, outlives: boolean): Promise<Map<string, Said> | null>;
  /** @param outlives whether the cards were stored, too: one that was not must come again after a restart */
  write(base: string, said: ReadonlyMap<string, Said>, outlives: boolean): Promise<void>;
}

/** Of one service; the earliest are forgotten first. */
const MOST = 20_000;
/** How long a database that does not answer is waited for, in ms. */
const READ_MS = 3_000;

/** In a database of its own: the main rows are all read at the start, and these need not be. */
export function createFeedMemory(): FeedMemory {
  let opened: UseStore | null = null;
  const db: UseStore = async (mode, work) => {
    opened ??= createStore('rushes-feeds', 'said');
    return opened(mode, work);
  };
  /** What is not stored lasts as long as the page. */
  const here = new Map<string, Map<string, Said>>();
  return {
    async read(base, outlives) {
      const stored = await within(
        READ_MS,
        get<unknown>(base, db).catch(() => null),
      );
      if (stored === null && outlives) return null;
      return new Map([...parsed(stored), ...(here.get(base) ?? [])]);
    },
    async write(base, said, outlives) {
      const kept = new Map([...said].slice(-MOST));
      here.set(base, kept);
      if (!outlives) return;
      const rows = [...kept].map(([id, { by, label, shot }]) => [id, by, label, shot]);
      await set(base, rows, db).then(
        () => here.delete(base),
        () => false,
      );
    },
  };
}

function parsed(stored: unknown): Map<string, Said> {
  const rows = Array.isArray(stored) ? (stored as unknown[]) : [];
  return new Map(
    rows.flatMap((row): [string, Said][] => {
      const [id, by, label, shot] = Array.isArray(row) ? (row as unknown[]) : [];
      return typeof id === 'string' &&
        typeof by === 'string' &&
        typeof label === 'string' &&
        typeof shot === 'string'
        ? [[id, { by, label, shot }]]
        : [];
    }),
  );
}

/** Short, and different for different words: FNV-1a. */
export function fingerprint(words: string | null): string {
  if (words === null) return '';
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
