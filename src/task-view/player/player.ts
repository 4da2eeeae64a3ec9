import { createStore } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { PlayLadder, PlayLadderOptions, NoVideo } from '~/core/video';
import type { Engine } from '~/engine/engine';
import { mediaOf } from '~/engine/media/media-of';

import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

import { takeHoverPreview } from './hover-preview';
import { playNext, type Coming } from './play-next';
import { showVideo, stopVideo } from './player-element';

type Playing =
  | { status: 'idle'; key: null }
  /** `share` loaded, 0 to 1; null if the size is unknown or a source is still being sought. */
  | { status: 'fetching'; key: string; share: number | null }
  /** `readable`: its frames can be read, for stills. */
  | { status: 'playing'; key: string; readable: boolean }
  | { status: 'problem'; key: string; problem: NoVideo };

const IDLE: Playing = { status: 'idle', key: null };

/** The one video that plays or is about to, so there is never more than one sound. */
export const player = createStore<Playing>(() => IDLE);

/** Plays a video in the slot with its key, after stopping the previous one and freeing its memory. */
export async function play(
  engine: Engine,
  ref: TaskRef,
  options: Pick<PlayLadderOptions, 'large'> = {},
): Promise<void> {
  const key = refKey(ref);
  stopPlaying();
  engine.markSeen([key]);
  const preview = takeHoverPreview(key);
  if (preview) {
    // It goes on where it is; only what becomes of it is told to the player from now on.
    current = preview.ladder;
    Object.assign(preview, comingTo(engine, key, current));
    player.setState({ status: 'playing', key, readable: preview.readable ?? false }, true);
    return;
  }
  const onProgress = (share: number | null): void => {
    if (current === ladder) player.setState({ status: 'fetching', key, share }, true);
  };
  const ladder = mediaOf(engine).playLadder(ref, { ...options, onProgress });
  current = ladder;
  await playNext(comingTo(engine, key, ladder));
}

/** Stops the video; with `key`, only if it is that one. */
export function stopPlaying(key?: string): void {
  if (key !== undefined && player.getState().key !== key) return;
  current?.close();
  current = null;
  stopVideo();
  player.setState(IDLE, true);
}

let current: PlayLadder | null = null;

function comingTo(engine: Engine, key: string, ladder: PlayLadder): Coming {
  return {
    ladder,
    isWanted: () => current === ladder,
    onSeeking: () => player.setState({ status: 'fetching', key, share: null }, true),
    show(source, onError, onFixed) {
      player.setState({ status: 'playing', key, readable: source.readable }, true);
      const onFrame = (video: HTMLVideoElement): void => mediaOf(engine).keepPoster(key, video);
      showVideo('video', source, onError, onFrame, onFixed);
    },
    onFixed: () => showToast({ text: translate('player.fixed') }),
    onProblem(problem) {
      stopPlaying();
      player.setState({ status: 'problem', key, problem }, true);
    },
  };
}
