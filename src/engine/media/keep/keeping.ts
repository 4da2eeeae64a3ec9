import type { StoreApi } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { VideoProblem, KeptVideo, KeptPlace } from '~/core/video';

import { keepVideo } from './keep-video';
import type { KeepOptions } from './keep-options';
import { haltOf, placeNow, type KeepHalt, type KeepState } from './state';
import { later, locked, oneAtATime } from './turns';
import { failedAgain, lasts, nextToKeep, nextTryAt, toKeep, type Finished } from './keeper';
import type { VideoStore } from './video-store';

/** *Save automatically*: an opt-in, in this browser or in a folder. */
export interface Keeping {
  readonly state: StoreApi<KeepState>;
  readonly can: { folder: boolean; browser: boolean };
  /** Starts, moves or (null) stops; `folder` opens the browser's folder picker. False if the person cancelled it. */
  setPlace(place: KeptPlace | null): Promise<boolean>;
  /** Keeps these too, though not all are kept; the returned function gives them up again, kept or not. */
  keep(keys: readonly string[]): Promise<() => void>;
  /** Asks for access to the folder again if needed, and retries what failed. */
  resume(): Promise<void>;
  /** The kept video; null if there is none or it cannot be read now. */
  file(key: string): Promise<File | null>;
  /** Deletes the copies in this browser. Files in folders belong to the person and stay. */
  removeAll(): Promise<void>;
  /** Looks for finished videos, because something changed. */
  look(): void;
  /** Reads the index again, because another tab kept or deleted something. */
  reload(): Promise<void>;
}

/**
 * Keeps one video after another. Each is fetched under a lock shared by all tabs and looked up in the index first, so
 * none is fetched twice, whichever tab comes first.
 */
export function createKeeping(options: KeepOptions): Omit<Keeping, 'can'> {
  const { state, index, videoStores, now, after = later } = options;
  /** Aborted when the person chooses another place or none. */
  let choice = new AbortController();

  const load = async (): Promise<void> => {
    const { copies, failures, place } = await index.load();
    const folder = (await index.folder())?.name ?? null;
    const kept = new Map(copies.map((copy) => [refKey(copy), copy]));
    const passing = [...state.getState().failed].filter(([, failure]) => !lasts(failure));
    const failed = new Map(
      [...failures, ...passing].filter(([key]) => !kept.has(key) && options.isTracked(key)),
    );
    state.setState({ kept, failed, place, folder, ...(await videoStores.usage()) });
  };
  const halt = (reason: KeepHalt): void => state.setState({ halt: reason });
  const loaded = load().catch(() => halt('blocked'));

  const fail = async (key: string, reason: VideoProblem): Promise<void> => {
    const { failed } = state.getState();
    const failure = failedAgain(failed.get(key), reason, now());
    state.setState({ failed: new Map(failed).set(key, failure) });
    if (lasts(failure)) await index.putFailure(key, failure);
  };
  const done = (copy: KeptVideo): void => {
    const { kept, failed } = state.getState();
    const rest = new Map(failed);
    rest.delete(refKey(copy));
    state.setState({ kept: new Map(kept).set(refKey(copy), copy), failed: rest });
  };

  const keepOne = async (
    { ref, nameFor }: Finished,
    place: KeptPlace,
    videoStore: VideoStore,
    signal: AbortSignal,
  ): Promise<void> => {
    const key = refKey(ref);
    signal.throwIfAborted();
    const known = await index.get(key);
    if (known) return done(known);
    const inVain = await index.failure(key);
    if (inVain) {
      state.setState({ failed: new Map(state.getState().failed).set(key, inVain) });
      return;
    }
    const video = await keepVideo((until) => options.open(ref, until), videoStore, {
      nameFor,
      onProgress: (share) => state.setState({ coming: { key, share } }),
      signal,
    });
    if (video.kind === 'problem') return fail(key, video.reason);
    const { name, bytes, type } = video;
    const { base, taskId } = ref;
    const copy: KeptVideo = { base, taskId, place, name, bytes, type, keptAt: now() };
    await index.put(copy);
    done(copy);
    options.post();
    state.setState(await videoStores.usage());
  };

  const run = async (): Promise<void> => {
    await loaded;
    for (;;) {
      const { halt: halted, kept, failed } = state.getState();
      const place = placeNow(state.getState());
      if (place === null || halted !== null) return;
      const next = nextToKeep(toKeep(options.finished(), state.getState()), kept, failed, now());
      if (next === null) return;
      const { signal } = choice;
      try {
        const videoStore = await videoStores.open(place, await index.folder());
        if (videoStore === null) return halt('permission');
        await locked(options.locks, 'rushes-keep', signal, () =>
          keepOne(next, place, videoStore, signal),
        );
      } catch (error) {
        // The person chose another place: not a failure, continue with that one.
        if (signal.aborted) continue;
        const stop = haltOf(error, place);
        if (stop) return halt(stop);
        await fail(refKey(next.ref), 'unreachable');
      } finally {
        state.setState({ coming: null });
      }
    }
  };

  const look = oneAtATime(run, () => {
    const { halt: halted, failed } = state.getState();
    const at = nextTryAt(failed);
    if (placeNow(state.getState()) === null || halted !== null || at === Infinity) return () => {};
    return after(Math.max(0, at - now()), () => look());
  });

  const giveUp = (): void => {
    choice.abort();
    choice = new AbortController();
  };
  const beginAnew = (place: KeptPlace | null): void => {
    giveUp();
    state.setState({ place, halt: null, failed: new Map(), wanted: new Set() });
  };

  const removeCopies = async (copies: readonly KeptVideo[]): Promise<void> => {
    if (copies.length === 0) return;
    const videoStore = copies.some(({ place }) => place === 'browser')
      ? await videoStores.open('browser', null)
      : null;
    for (const copy of copies) {
      if (copy.place === 'browser') await videoStore?.remove(copy.name);
      await index.remove(refKey(copy));
    }
    await load();
    options.post();
  };
  const prune = async (): Promise<void> => {
    await Promise.all([loaded, options.whole]);
    const copies = [...state.getState().kept.values()];
    const gone = copies.filter((copy) => !options.isTracked(refKey(copy)));
    // A board that could not be read looks empty; that is no reason to delete every video.
    if (gone.length < copies.length) await removeCopies(gone);
  };
  // A removed card can be restored for a while, so its copy is only deleted at the next start.
  void prune().catch(() => {});

  const resume = async (): Promise<void> => {
    const { place, halt: halted } = state.getState();
    if (place === 'folder' || halted === 'permission') {
      if (!(await videoStores.allow(await index.folder()))) return;
    }
    await index.clearFailures().catch(() => {});
    state.setState({ halt: null, failed: new Map() });
    look();
  };

  return {
    state,
    look,
    async reload() {
      const { place: before } = state.getState();
      await load();
      const { place } = state.getState();
      if (place !== before) beginAnew(place);
      look();
    },
    async setPlace(place) {
      const folder = place === 'folder' ? await videoStores.chooseFolder() : null;
      if (place === 'folder' && folder === null) return false;
      try {
        if (folder) await index.putFolder(folder);
        await index.putPlace(place);
        await index.clearFailures();
        beginAnew(place);
        await load();
      } catch {
        halt('blocked');
        return true;
      }
      // Some browsers ask the person, who may take their time.
      if (place === 'browser')
        void videoStores
          .persist()
          .then(load)
          .catch(() => {});
      options.post();
      look();
      return true;
    },
    resume,
    async keep(keys) {
      const { kept, wanted } = state.getState();
      state.setState({ wanted: new Set([...wanted, ...keys]) });
      await resume();
      return () => {
        const left = state.getState();
        state.setState({ wanted: new Set([...left.wanted].filter((key) => !keys.includes(key))) });
        giveUp();
        look();
        // Where all are kept by now, so are these.
        const gone = keys.flatMap((key) => (kept.has(key) ? [] : (left.kept.get(key) ?? [])));
        if (left.place === null) void removeCopies(gone).catch(() => {});
      };
    },
    async file(key) {
      await loaded;
      const copy = state.getState().kept.get(key);
      if (!copy) return null;
      try {
        const videoStore = await videoStores.open(copy.place, await index.folder());
        if (videoStore === null) {
          // Keeping may use this browser by now, so a missing folder must not stop it.
          if (state.getState().place !== 'browser') halt('permission');
          return null;
        }
        const file = await videoStore.read(copy.name);
        // Deleted by the person or cleared by the browser: it is no longer kept, whatever the index says.
        if (file === null) await removeCopies([copy]);
        return file;
      } catch {
        return null;
      }
    },
    async removeAll() {
      const { kept } = state.getState();
      await removeCopies([...kept.values()].filter(({ place }) => place === 'browser'));
      state.setState({ halt: null });
    },
  };
}
