import type { StoreApi } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { Engine } from '~/engine/engine';
import type { Keeping } from '~/engine/media/keep/keeping';
import type { Posters } from '~/engine/media/posters';

import { createPictureQueue, type PictureQueue } from './picture-queue';
import { takePicture, type Outcome, type PictureSources } from './take-picture';

/** How many frames that cannot be kept stay in memory: half a megabyte each. */
const MOST_FRAMES = 60;

/** Takes the pictures of an engine's finished videos. */
export function createPictures(parts: {
  engine: Engine;
  posters: Posters;
  frames: StoreApi<ReadonlyMap<string, HTMLCanvasElement>>;
  unreadableHosts: Set<string>;
  keeping: Keeping;
}): PictureQueue {
  const { engine, posters, frames, unreadableHosts, keeping } = parts;
  const { videos, answers } = engine;
  const givingContent = new Set<string>();
  const withoutThumbnails = new Set<string>();
  // What plays is tried on its own: one picture that could not be read says nothing about a host's other videos.
  const ownUnreadable = new Set<string>();
  const sourcesOf = (ref: TaskRef, key: string): PictureSources => ({
    base: ref.base,
    kept: () => keeping.file(key),
    answer: () => answers.get(ref),
    givingContent,
    origin: () => videos.originOf(ref),
    turn: () => new Promise((resolve) => setTimeout(resolve, videos.reserve(ref))),
    limited: () => videos.limited(ref),
    readFault: videos.readRefusal,
    fetch: (...request) => fetch(...request),
    isUnreadable: (host) => unreadableHosts.has(host) || ownUnreadable.has(host),
    setUnreadable: (host) => void ownUnreadable.add(host),
    withoutThumbnails,
    keep: (picture) => posters.keep(key, picture),
    show: (frame) => frames.setState(withFrame(frames.getState(), key, frame), true),
  });
  return createPictureQueue((ref, allowance, signal) =>
    ifNoOtherTab(async () => {
      const key = refKey(ref);
      await posters.readAgain(key);
      if (posters.store.getState().get(key)) return 'taken';
      if (posters.isGivenUp(key)) return 'none';
      const outcome = await takePicture(sourcesOf(ref, key), allowance, signal);
      if (outcome === 'none') posters.giveUp(key);
      return outcome;
    }),
  );
}

/** Two tabs that take pictures at once would read the same videos. Without locks each takes its own. */
function ifNoOtherTab(take: () => Promise<Outcome>): Promise<Outcome> {
  if (!('locks' in navigator)) return take();
  return navigator.locks.request('rushes-pictures', { ifAvailable: true }, async (lock) =>
    lock ? take() : 'later',
  );
}

function withFrame<Frame>(
  before: ReadonlyMap<string, Frame>,
  key: string,
  frame: Frame,
): ReadonlyMap<string, Frame> {
  const all = [...before, [key, frame] as const];
  return new Map(all.slice(-MOST_FRAMES));
}
