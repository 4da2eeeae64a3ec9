import { createStore } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { PlayLadder } from '~/core/video';
import type { Engine } from '~/engine/engine';
import { mediaOf } from '~/engine/media/media-of';

import { promoteGlance, showVideo, stopVideo } from './player-element';

/** The muted video under the pointer, by `refKey`. */
export const glancing = createStore<{ key: string | null }>(() => ({ key: null }));

/** How long the pointer must rest on a video before it plays, in ms: passing over starts nothing. */
const REST_MS = 250;

/** Plays a video muted while the pointer rests on it. If it cannot play at once, the poster stays. */
export function startGlance(engine: Engine, ref: TaskRef): void {
  stopGlance();
  timer = setTimeout(() => void glance(engine, ref), REST_MS);
}

export function stopGlance(): void {
  clearTimeout(timer);
  current?.ladder.close();
  current = null;
  stopVideo('glance');
  if (glancing.getState().key !== null) glancing.setState({ key: null });
}

/** Hands the video under the pointer to the player as it is; null if it is another one, or none. */
export function takeGlance(key: string, onError: (ladder: PlayLadder) => void): Glance | null {
  const taken = current;
  if (taken?.key !== key || glancing.getState().key !== key) {
    stopGlance();
    return null;
  }
  clearTimeout(timer);
  current = null;
  promoteGlance(() => onError(taken.ladder));
  glancing.setState({ key: null });
  return taken;
}

interface Glance {
  key: string;
  ladder: PlayLadder;
  readable: boolean;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let current: Glance | null = null;

async function glance(engine: Engine, ref: TaskRef): Promise<void> {
  const key = refKey(ref);
  const media = mediaOf(engine);
  const own: Glance = { key, ladder: media.playLadder(ref, { light: true }), readable: false };
  current = own;
  await show(engine, own);
}

async function show(engine: Engine, own: Glance): Promise<void> {
  const next = await own.ladder.next();
  if (current !== own) return;
  if (next.kind === 'problem') return stopGlance();
  own.readable = next.readable;
  glancing.setState({ key: own.key });
  showVideo('glance', next, {
    onError: () => {
      if (current === own) void show(engine, own);
    },
    onFrame: (video) => {
      if (next.readable) mediaOf(engine).keepPoster(own.key, video);
    },
  });
}
