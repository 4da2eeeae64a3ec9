import { createStore } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { Engine } from '~/engine/engine';
import { mediaOf } from '~/engine/media/media-of';

import { playNext, type Coming } from './play-next';
import { promotePreview, showVideo, stopVideo } from './player-element';

/** The muted video under the pointer, by `refKey`. */
export const hoverPreview = createStore<{ key: string | null }>(() => ({ key: null }));

/** How long the pointer must rest on a video before it plays, in ms: passing over starts nothing. */
const REST_MS = 250;

/** Plays a video muted while the pointer rests on it. If it cannot play at once, the poster stays. */
export function startHoverPreview(engine: Engine, ref: TaskRef): void {
  stopHoverPreview();
  timer = setTimeout(() => void preview(engine, ref), REST_MS);
}

export function stopHoverPreview(): void {
  clearTimeout(timer);
  current?.ladder.close();
  current = null;
  stopVideo('preview');
  if (hoverPreview.getState().key !== null) hoverPreview.setState({ key: null });
}

/** Hands the video under the pointer to the player as it is; null if it is another one, or none. */
export function takeHoverPreview(key: string): Coming | null {
  const taken = current;
  // A preview without jumps would stay without them.
  if (taken === null || taken === fixed || hoverPreview.getState().key !== key) {
    stopHoverPreview();
    return null;
  }
  clearTimeout(timer);
  current = null;
  promotePreview();
  hoverPreview.setState({ key: null });
  return taken;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let current: Coming | null = null;
let fixed: Coming | null = null;

async function preview(engine: Engine, ref: TaskRef): Promise<void> {
  const key = refKey(ref);
  const media = mediaOf(engine);
  const own: Coming = {
    ladder: media.playLadder(ref, { light: true }),
    isWanted: () => current === own,
    show(source, onError, onFixed) {
      hoverPreview.setState({ key });
      showVideo('preview', source, onError, (video) => media.keepPoster(key, video), onFixed);
    },
    onFixed: () => (fixed = own),
    onProblem: stopHoverPreview,
  };
  current = own;
  await playNext(own);
}
