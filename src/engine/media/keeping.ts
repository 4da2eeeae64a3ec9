import { createStore, type StoreApi } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { ClipProblem, Film, KeptClip, KeptPlace, NoClip } from '~/core/clip';

import { freeName, type Shelf } from './kept-files';
import type { KeptIndex } from './kept-index';
import type { Shelves } from './shelves';

/** Why nothing more is kept at the moment; `permission`: the browser wants the person to allow the folder again. */
export type KeepHalt = 'full' | 'permission' | 'blocked';

export interface KeepState {
  /** Kept films by `refKey`. Replaced, never mutated. */
  kept: ReadonlyMap<string, KeptClip>;
  /** Where every finished film is kept from now on; null: nowhere. */
  place: KeptPlace | null;
  /** The name of the chosen folder. */
  folder: string | null;
  /** The film under way, and the share that has come, 0 to 1, null where the length is not said. */
  coming: { key: string; share: number | null } | null;
  /** Films that could not be kept, and why. */
  failed: ReadonlyMap<string, ClipProblem>;
  halt: KeepHalt | null;
  /** Bytes used by all of this page's storage, and how many the browser allows; null where it does not say. */
  usage: { used: number; quota: number } | null;
  /** The browser promised not to clear it by itself. */
  persisted: boolean;
}

/** *Keep every finished video*: on by choice, in this browser or in a folder. */
export interface Keeping {
  readonly state: StoreApi<KeepState>;
  readonly can: { folder: boolean; browser: boolean };
  /** Starts, moves or (null) stops; `folder` opens the browser's own chooser. False where the person gave up. */
  setPlace(place: KeptPlace | null): Promise<boolean>;
  /** Asks for the folder's permission again where it is wanted, and tries what failed once more. */
  resume(): Promise<void>;
  /** The kept film, or null where there is none, or it may not be read now. */
  file(key: string): Promise<File | null>;
  /** Deletes copies in this browser; files in folders are the person's and stay. */
  removeAll(): Promise<void>;
  /** Looks for finished films: something changed. */
  look(): void;
  /** Another tab kept or deleted something. */
  reload(): Promise<void>;
}

export interface KeepOptions {
  index: KeptIndex;
  shelves: Shelves;
  open: (ref: TaskRef, signal: AbortSignal) => Promise<Film | NoClip>;
  /** Finished tasks of the board with a film, oldest first, and what their files would be called. */
  finished: () => readonly { ref: TaskRef; nameFor: (type: string) => string }[];
  isTracked: (key: string) => boolean;
  /** Null where the browser has none: then two tabs may both fetch a film. */
  locks: Pick<LockManager, 'request'> | null;
  now: () => number;
  /** Tells the other tabs. */
  tell: () => void;
}

/** What passes by itself is tried again after so long, in ms. */
const AGAIN_MS = 2 * 60_000;
const PASSES: ReadonlySet<ClipProblem> = new Set(['unreachable', 'not_ready']);

/**
 * Keeps one film after another. Each is fetched under a lock that all tabs share, and looked up in the index first:
 * so no film is ever fetched twice, whoever comes first.
 */
export function createKeeping(options: KeepOptions): Keeping {
  const { index, shelves, now } = options;
  const state = createStore<KeepState>(() => ({
    kept: new Map(),
    place: null,
    folder: null,
    coming: null,
    failed: new Map(),
    halt: null,
    usage: null,
    persisted: false,
  }));
  const triedAt = new Map<string, number>();
  let giveUp = new AbortController();
  let busy = false;

  const reload = async (): Promise<void> => {
    const { clips, place } = await index.load();
    const kept = new Map(clips.map((clip) => [refKey(clip), clip]));
    const folder = (await index.folder())?.name ?? null;
    state.setState({ kept, place, folder, ...(await shelves.usage()) });
  };
  const loaded = reload().catch(() => state.setState({ halt: 'blocked' }));

  const fail = (key: string, reason: ClipProblem): void => {
    triedAt.set(key, now());
    state.setState(({ failed }) => ({ failed: new Map(failed).set(key, reason) }));
  };
  const done = (clip: KeptClip): void => {
    state.setState(({ kept, failed }) => {
      const rest = new Map(failed);
      rest.delete(refKey(clip));
      return { kept: new Map(kept).set(refKey(clip), clip), failed: rest };
    });
  };
  const isDue = (key: string): boolean => {
    const { kept, failed } = state.getState();
    const reason = failed.get(key);
    if (kept.has(key)) return false;
    return (
      reason === undefined || (PASSES.has(reason) && now() - (triedAt.get(key) ?? 0) > AGAIN_MS)
    );
  };

  const keepOne = async (
    { ref, nameFor }: ReturnType<KeepOptions['finished']>[number],
    place: KeptPlace,
    shelf: Shelf,
  ): Promise<void> => {
    const key = refKey(ref);
    const known = await index.get(key);
    if (known) return done(known);
    const film = await options.open(ref, giveUp.signal);
    if (film.kind === 'problem') return fail(key, film.reason);
    const onProgress = (share: number | null): void => state.setState({ coming: { key, share } });
    onProgress(null);
    const name = await freeName(shelf, nameFor(film.type));
    const bytes = await shelf.write(name, film, onProgress, giveUp.signal);
    const clip: KeptClip = { ...ref, place, name, bytes, type: film.type, keptAt: now() };
    await index.put(clip);
    done(clip);
    options.tell();
    state.setState(await shelves.usage());
  };

  const run = async (): Promise<void> => {
    await loaded;
    for (;;) {
      const { place, halt } = state.getState();
      const next = options.finished().find(({ ref }) => isDue(refKey(ref)));
      if (place === null || halt !== null || !next || giveUp.signal.aborted) return;
      try {
        const shelf = await shelves.open(place, await index.folder());
        if (shelf === null) return state.setState({ halt: 'permission' });
        await locked(options.locks, () => keepOne(next, place, shelf));
      } catch (error) {
        if (giveUp.signal.aborted) return;
        const stop = HALTS[error instanceof DOMException ? error.name : ''];
        if (stop) state.setState({ halt: stop });
        else fail(refKey(next.ref), 'unreachable');
      } finally {
        state.setState({ coming: null });
      }
    }
  };
  const look = (): void => {
    if (busy) return;
    busy = true;
    void run().finally(() => (busy = false));
  };

  const prune = async (): Promise<void> => {
    await loaded;
    const gone = [...state.getState().kept].filter(([key]) => !options.isTracked(key));
    await removeCopies(gone.map(([, clip]) => clip));
  };
  const removeCopies = async (clips: readonly KeptClip[]): Promise<void> => {
    const shelf = await shelves.open('browser', null);
    for (const clip of clips) {
      if (clip.place === 'browser') await shelf?.remove(clip.name);
      await index.remove(refKey(clip));
    }
    if (clips.length === 0) return;
    await reload();
    options.tell();
  };
  // A card that was removed can be brought back for a while: its copy goes with the next start of the page.
  void prune().catch(() => {});

  return {
    state,
    can: shelves.can,
    look,
    reload,
    async setPlace(place) {
      giveUp.abort();
      giveUp = new AbortController();
      if (place === 'folder') {
        const folder = await shelves.chooseFolder();
        if (folder === null) return false;
        await index.putFolder(folder);
      }
      state.setState({ place, halt: null, failed: new Map() });
      // Some browsers ask the person, who may take their time.
      if (place === 'browser') void shelves.persist().then(reload);
      await index.putPlace(place);
      await reload();
      options.tell();
      look();
      return true;
    },
    async resume() {
      const { place } = state.getState();
      if (place !== null && !(await shelves.allow(place, await index.folder()))) return;
      state.setState({ halt: null, failed: new Map() });
      look();
    },
    async file(key) {
      await loaded;
      const clip = state.getState().kept.get(key);
      if (!clip) return null;
      const shelf = await shelves.open(clip.place, await index.folder()).catch(() => null);
      return (await shelf?.read(clip.name)) ?? null;
    },
    async removeAll() {
      const { kept } = state.getState();
      await removeCopies([...kept.values()].filter(({ place }) => place === 'browser'));
      state.setState({ halt: null });
    },
  };
}

const HALTS: Readonly<Record<string, KeepHalt>> = {
  QuotaExceededError: 'full',
  NotAllowedError: 'permission',
  // The folder was moved or deleted.
  NotFoundError: 'permission',
  SecurityError: 'blocked',
};

async function locked(locks: KeepOptions['locks'], work: () => Promise<void>): Promise<void> {
  if (locks === null) return work();
  await locks.request('rushes-keep', work);
}
