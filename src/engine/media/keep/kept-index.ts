import { createStore, del, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

import { refKey } from '~/core/answer';
import { VIDEO_PROBLEMS, type KeptVideo, type KeptPlace } from '~/core/video';

import type { Failure } from './keeper';

/** What is kept and where: rows in this browser, shared by all tabs. */
export interface KeptIndex {
  load(): Promise<KeptRows>;
  get(key: string): Promise<KeptVideo | null>;
  put(copy: KeptVideo): Promise<void>;
  remove(key: string): Promise<void>;
  /** Why a video cannot be kept from any tab. */
  failure(key: string): Promise<Failure | null>;
  putFailure(key: string, failure: Failure): Promise<void>;
  clearFailures(): Promise<void>;
  putPlace(place: KeptPlace | null): Promise<void>;
  folder(): Promise<FileSystemDirectoryHandle | null>;
  putFolder(folder: FileSystemDirectoryHandle): Promise<void>;
}

/** Everything the index stores. */
interface KeptRows {
  copies: KeptVideo[];
  failures: [key: string, Failure][];
  place: KeptPlace | null;
}

const count = v.pipe(v.number(), v.minValue(0));
const copySchema: v.GenericSchema<unknown, KeptVideo> = v.looseObject({
  base: v.string(),
  taskId: v.string(),
  place: v.picklist(['browser', 'folder']),
  name: v.pipe(v.string(), v.minLength(1)),
  bytes: count,
  type: v.string(),
  keptAt: v.number(),
});
const failureSchema: v.GenericSchema<unknown, Failure> = v.looseObject({
  reason: v.picklist(VIDEO_PROBLEMS),
  at: v.number(),
  times: count,
});
const placeSchema = v.picklist(['browser', 'folder']);

const CLIP = 'clip ';
const FAILURE = 'failed ';
const PLACE = 'place';
const FOLDER = 'folder';

/** Opens the index. Its methods reject if the browser has no database; then nothing can be kept. */
export function openKeptIndex(name = 'rushes-kept'): KeptIndex {
  let opened: UseStore | null = null;
  const db = (): UseStore => (opened ??= createStore(name, 'rows'));
  return {
    async load() {
      const rows = await entries<string, unknown>(db());
      return {
        copies: rowsOf(rows, CLIP, copySchema).map(([, copy]) => copy),
        failures: rowsOf(rows, FAILURE, failureSchema),
        place: readable(placeSchema, new Map(rows).get(PLACE)),
      };
    },
    get: async (key) => readable(copySchema, await get(CLIP + key, db())),
    async put(copy) {
      await set(CLIP + refKey(copy), copy, db());
      await del(FAILURE + refKey(copy), db());
    },
    remove: (key) => del(CLIP + key, db()),
    failure: async (key) => readable(failureSchema, await get(FAILURE + key, db())),
    putFailure: (key, failure) => set(FAILURE + key, failure, db()),
    async clearFailures() {
      const rows = await entries<string, unknown>(db());
      const names = rows.map(([row]) => row).filter((row) => row.startsWith(FAILURE));
      await delMany(names, db());
    },
    putPlace: (place) => (place === null ? del(PLACE, db()) : set(PLACE, place, db())),
    async folder() {
      const handle = await get<unknown>(FOLDER, db());
      // Directory handles survive the round trip through IndexedDB.
      return isDirectory(handle) ? handle : null;
    },
    putFolder: (folder) => set(FOLDER, folder, db()),
  };
}

/** Rows of one kind with their names, skipping those this build cannot read. */
function rowsOf<T>(
  rows: readonly [string, unknown][],
  kind: string,
  schema: v.GenericSchema<unknown, T>,
): [string, T][] {
  return rows.flatMap(([row, value]): [string, T][] => {
    const found = row.startsWith(kind) ? readable(schema, value) : null;
    return found === null ? [] : [[row.slice(kind.length), found]];
  });
}

function readable<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

function isDirectory(handle: unknown): handle is FileSystemDirectoryHandle {
  return (
    typeof FileSystemDirectoryHandle !== 'undefined' && handle instanceof FileSystemDirectoryHandle
  );
}
