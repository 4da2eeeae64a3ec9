import {
  createStore,
  delMany,
  entries,
  get,
  getMany,
  promisifyRequest,
  setMany,
  update,
  type UseStore,
} from 'idb-keyval';

/** Current state of the database. */
export type DbHealth = 'ok' | 'blocked' | 'full';

/** A table of rows by name. Calls never reject: faults are reported through `onHealth`, and the page keeps working. */
export interface Db {
  /** All rows, or an empty list if the database cannot be opened. */
  load(): Promise<[string, unknown][]>;
  /** The rows by these names, as many as there are. */
  read(names: readonly string[]): Promise<[string, unknown][]>;
  /**
   * The first `count` rows by name, all if it is undefined, whose names stand between these two, themselves left out;
   * null if they could not be read.
   */
  between(after: string, before: string, count?: number): Promise<[string, unknown][] | null>;
  /** Resolves to whether the rows were stored. */
  put(rows: [string, unknown][]): Promise<boolean>;
  remove(names: string[]): Promise<boolean>;
  /** Atomically stores `value` unless there is a row already, and resolves to the row that counts. */
  claim(name: string, value: unknown): Promise<unknown>;
}

/** Some private modes neither open nor refuse a database; after this long, in ms, we go on without it. */
const OPEN_LIMIT = 4000;
/** The same limit once a call has hung, in ms: adding a task waits for several calls in a row. */
const HUNG_LIMIT = 250;

/**
 * An IndexedDB store with one row per item. A connection closed by the browser (storage cleared, another version, an
 * internal error) is reopened once per call.
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
    read: (names) =>
      guarded(async (rows) => {
        const found = await getMany<unknown>([...names], rows);
        return names.flatMap((name, index): [string, unknown][] =>
          found[index] === undefined ? [] : [[name, found[index]]],
        );
      }, []),
    between: (after, before, count) =>
      guarded((rows) => {
        const range = IDBKeyRange.bound(after, before, true, true);
        return rows('readonly', async (all) => {
          const [names, values] = await Promise.all([
            promisifyRequest(all.getAllKeys(range, count)),
            promisifyRequest<unknown[]>(all.getAll(range, count)),
          ]);
          return names.flatMap((name, index): [string, unknown][] =>
            typeof name === 'string' ? [[name, values[index]]] : [],
          );
        });
      }, null),
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
