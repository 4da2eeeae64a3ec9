import {
  createStore as openStore,
  delMany,
  entries,
  getMany,
  keys,
  set,
  type UseStore,
} from 'idb-keyval';
import { createStore, type StoreApi } from 'zustand/vanilla';

import { within } from '~/platform/within';

/** Wide enough for a card on a high-density screen, in px. */
const WIDTH = 480;
/** A poster is a few kB; a larger one is not worth keeping, in bytes. */
const MAX_BYTES = 40_000;
const QUALITY = 0.6;
/** How long a card waits for its stored poster, in ms. */
const READ_MS = 1500;

/** How many are stored, and how many more before the oldest are dropped: about 20 MB. */
const MOST = 2000;
const MORE = 200;
/** Stored for a video that has no picture as far as it may be read. */
const NONE = 'none';

/** What a poster is made from: a video frame or a service's thumbnail. */
type Readable = HTMLVideoElement | HTMLImageElement | ImageBitmap;

/** The pictures on ready cards. */
export interface Posters {
  /** Object URLs by `refKey`; null if there is none, absent until it has been looked up. */
  readonly store: StoreApi<ReadonlyMap<string, string | null>>;
  want(key: string): void;
  /** False if it cannot be read. */
  keep(key: string, picture: Readable): Promise<boolean>;
  /** Trying again would be in vain. */
  giveUp(key: string): void;
  /** Reads again what another tab may have stored. */
  readAgain(key: string): Promise<void>;
  isGivenUp(key: string): boolean;
  /** Deletes the posters of all other tasks, and the oldest of too many. */
  prune(known: (key: string) => boolean): Promise<void>;
}

/**
 * Small pictures of videos that have been seen, in a database of their own, because the main rows are all read at the
 * start and pictures need not be. Without a database, posters last as long as the page.
 */
export function createPosters(): Posters {
  const store = createStore<ReadonlyMap<string, string | null>>(() => new Map());
  const wanted = new Set<string>();
  const db = openDb();
  const givenUp = new Set<string>();
  const batch: string[] = [];

  const show = (found: readonly (readonly [string, Blob | null])[]): void => {
    const next = new Map(store.getState());
    for (const [key, blob] of found) {
      if (next.get(key) == null) next.set(key, blob === null ? null : URL.createObjectURL(blob));
    }
    store.setState(next, true);
  };
  /** A screen of cards asks for posters one by one; they are read together. */
  const readBatch = (): Promise<void> => read(batch.splice(0));
  const read = async (asked: string[]): Promise<void> => {
    // A database that never answers must not block the service's thumbnail.
    const found = getMany<unknown>(asked, db).catch((): unknown[] => []);
    const blobs = (await within(READ_MS, found)) ?? [];
    show(
      asked.map((key, index) => {
        const blob = blobs[index];
        if (blob === NONE) givenUp.add(key);
        return [key, blob instanceof Blob ? blob : null] as const;
      }),
    );
  };

  return {
    store,
    want(key) {
      if (wanted.has(key)) return;
      wanted.add(key);
      if (batch.push(key) === 1) queueMicrotask(() => void readBatch());
    },
    async keep(key, picture) {
      if (store.getState().get(key)) return true;
      const blob = await pictureOf(picture);
      if (blob === null) return false;
      if (store.getState().get(key)) return true;
      show([[key, blob]]);
      // With its time, to know the oldest.
      await set(key, new File([blob], '', { type: blob.type }), db).catch(() => {});
      return true;
    },
    giveUp(key) {
      givenUp.add(key);
      void set(key, NONE, db).catch(() => {});
    },
    readAgain: (key) => read([key]),
    isGivenUp: (key) => givenUp.has(key),
    async prune(known) {
      const there = await keys<string>(db).catch(() => []);
      // A board that could not be read looks empty.
      if (!there.some(known)) return;
      const gone = there.filter((key) => !known(key));
      const many = there.length - gone.length > MOST + MORE;
      await delMany(many ? [...gone, ...(await oldest(db, known))] : gone, db).catch(() => {});
    },
  };
}

async function oldest(db: UseStore, known: (key: string) => boolean): Promise<string[]> {
  const all = await entries<string, unknown>(db).catch((): [string, unknown][] => []);
  const timeOf = (poster: unknown): number => (poster instanceof File ? poster.lastModified : 0);
  return all
    .filter(([key]) => known(key))
    .toSorted(([, a], [, b]) => timeOf(b) - timeOf(a))
    .slice(MOST)
    .map(([key]) => key);
}

/** If the browser refuses, each call fails and is caught by its caller. */
function openDb(): UseStore {
  let opened: UseStore | null = null;
  return async (mode, work) => {
    opened ??= openStore('rushes-posters', 'posters');
    return opened(mode, work);
  };
}

/** What is on screen now, as a small picture; null if it cannot be read or is empty. */
async function pictureOf(picture: Readable): Promise<Blob | null> {
  const [width, height] =
    'videoWidth' in picture
      ? [picture.videoWidth, picture.videoHeight]
      : 'naturalWidth' in picture
        ? [picture.naturalWidth, picture.naturalHeight]
        : [picture.width, picture.height];
  if (width === 0 || typeof OffscreenCanvas === 'undefined') return null;
  const scale = Math.min(1, WIDTH / Math.max(width, height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  try {
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await written(canvas);
    return blob.size <= MAX_BYTES ? blob : null;
  } catch {
    // Another site's: it may be shown but not read.
    return null;
  }
}

/** WebKit cannot write WebP and falls back to PNG, which is several times larger for a video frame. */
async function written(canvas: OffscreenCanvas): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  if (webp.type === 'image/webp') return webp;
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
