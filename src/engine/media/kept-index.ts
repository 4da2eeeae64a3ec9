import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

import { refKey } from '~/core/answer';
import type { KeptClip, KeptPlace } from '~/core/clip';

/** What is kept, and where: rows of this browser, shared by all tabs. */
export interface KeptIndex {
  load(): Promise<{ clips: KeptClip[]; place: KeptPlace | null }>;
  get(key: string): Promise<KeptClip | null>;
  put(clip: KeptClip): Promise<void>;
  remove(key: string): Promise<void>;
  putPlace(place: KeptPlace | null): Promise<void>;
  folder(): Promise<FileSystemDirectoryHandle | null>;
  putFolder(folder: FileSystemDirectoryHandle): Promise<void>;
  clear(): Promise<void>;
}

const clipSchema: v.GenericSchema<unknown, KeptClip> = v.object({
  base: v.string(),
  taskId: v.string(),
  place: v.picklist(['browser', 'folder']),
  name: v.pipe(v.string(), v.minLength(1)),
  bytes: v.number(),
  type: v.string(),
  keptAt: v.number(),
});
const placeSchema = v.picklist(['browser', 'folder']);

const CLIP = 'clip ';
const PLACE = 'place';
const FOLDER = 'folder';

/** Rejects where the browser has no database: then nothing can be kept. */
export function openKeptIndex(name = 'rushes-kept'): KeptIndex {
  let opened: UseStore | null = null;
  const db = (): UseStore => (opened ??= createStore(name, 'rows'));
  return {
    async load() {
      const rows = await entries<string, unknown>(db());
      const clips = rows.flatMap(([row, value]) => {
        const parsed = v.safeParse(clipSchema, value);
        return row.startsWith(CLIP) && parsed.success ? [parsed.output] : [];
      });
      const place = v.safeParse(placeSchema, new Map(rows).get(PLACE));
      return { clips, place: place.success ? place.output : null };
    },
    async get(key) {
      const parsed = v.safeParse(clipSchema, await get(CLIP + key, db()));
      return parsed.success ? parsed.output : null;
    },
    put: (clip) => set(CLIP + refKey(clip), clip, db()),
    remove: (key) => del(CLIP + key, db()),
    putPlace: (place) => (place === null ? del(PLACE, db()) : set(PLACE, place, db())),
    async folder() {
      const handle = await get<unknown>(FOLDER, db());
      // Handles are the browser's own objects: they come back from the database as they went in.
      return isDirectory(handle) ? handle : null;
    },
    putFolder: (folder) => set(FOLDER, folder, db()),
    clear: () => clear(db()),
  };
}

function isDirectory(handle: unknown): handle is FileSystemDirectoryHandle {
  return (
    typeof FileSystemDirectoryHandle !== 'undefined' && handle instanceof FileSystemDirectoryHandle
  );
}
