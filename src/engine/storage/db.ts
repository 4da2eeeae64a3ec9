import { createStore, delMany, entries, get, setMany, update, type UseStore } from 'idb-keyval';

/** What the database can do at the moment. */
export type DbHealth = 'ok' | 'blocked' | 'full';

/** A table of rows by name. No call ever rejects: a fault is told through `onHealth`, and the page works on. */
export interface Db {
  /** All rows, or an empty list where the database cannot be opened. */
  load(): Promise<[string, unknown][]>;
  /** Resolves to whether the rows are safely kept. */
  put(rows: [string, unknown][]): Promise<boolean>;
  remove(names: string[]): Promise<boolean>;
  /** Stores `value` unless there is a row already, in one step, and resolves to the row that counts. */
  claim(name: string, value: unknown): Promise<unknown>;
}

/** Some private modes neither open nor refuse a database; after this long, in ms, we go on without. */
const OPEN_LIMIT = 4000;
/** The same for the calls after one that hung: a person waits for several in a row when a task is added. */
const HUNG_LIMIT = 250;

/**
 * One IndexedDB store with a row per thing. A connection that the browser closed (storage cleared, another
 * version, an internal fault) is opened anew once per call.
 */
export function openDb(name: string, onHealth: (health: DbHealth) => void): Db {
  let store: UseStore | null = null;
  let limit = OPEN_LIMIT;
  const attempt = async <T>(work: (store: UseStore) => Promise<T>): Promise<T> => {
    try {
      store ??= createStore(name, 'rows');
      return await work(store);
    } catch (error) {
      if (isFull(error)) throw error;
      store = createStore(name, 'rows');
      return work(store);
    }
  };
  const guarded = async <T>(work: (store: UseStore) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const result = await limited(attempt(work), limit, () => (limit = HUNG_LIMIT));
      limit = OPEN_LIMIT;
      onHealth('ok');
      return result;
    } catch (error) {
      onHealth(isFull(error) ? 'full' : 'blocked');
      return otherwise;
    }
  };
  return {
    load: () => guarded((rows) => entries<string, unknown>(rows), []),
    put: (rows) => guarded((into) => setMany(rows, into).then(() => true), false),
    remove: (names) => guarded((from) => delMany(names, from).then(() => true), false),
    claim: (name, value) =>
      guarded(async (rows) => {
        await update(name, (old: unknown) => old ?? value, rows);
        return get<unknown>(name, rows);
      }, value),
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function limited<T>(work: Promise<T>, limit: number, onHung: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onHung();
      reject(new Error('the database did not open'));
    }, limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
