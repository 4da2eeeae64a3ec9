import { createStore } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import type { TaskVideo } from '~/core/task';
import type { ContentResult, Engine } from '~/engine/tasks/engine';

import { showsFilm, stopFilm } from './player-element';

/** Why a clip does not play: what the service answered, or what the browser made of it. */
export type PlayProblem = Extract<ContentResult, { kind: 'problem' }>['reason'] | 'unplayable';

export type Playing =
  | { status: 'idle'; key: null }
  /** `share` of the file that has come, 0 to 1; null where its length is not said. */
  | { status: 'fetching'; key: string; share: number | null }
  | { status: 'playing'; key: string }
  | { status: 'problem'; key: string; problem: PlayProblem };

const IDLE: Playing = { status: 'idle', key: null };

/** The one clip of the page that plays, or tries to: so there is never more than one sound. */
export const player = createStore<Playing>(() => IDLE);

/** Plays a clip in whatever slot asks for its key; what played before stops and its memory is given back. */
export async function play(engine: Engine, ref: TaskRef, video: TaskVideo): Promise<void> {
  stopPlaying();
  const key = refKey(ref);
  engine.markSeen([key]);
  if (video.kind === 'link') return start(key, video.url, null);

  const fetching = new AbortController();
  current = fetching;
  player.setState({ status: 'fetching', key, share: null }, true);
  try {
    const onProgress = (share: number | null): void => {
      if (current === fetching) player.setState({ status: 'fetching', key, share }, true);
    };
    const result = await engine.content(ref, onProgress, fetching.signal);
    if (current !== fetching) return;
    if (result.kind === 'problem') fail(key, result.reason);
    else if (result.kind === 'link') start(key, result.url, null);
    else start(key, null, result.blob);
  } catch {
    // Aborted by `stopPlaying`, which has set the state; anything else means that nothing came.
    if (current === fetching) fail(key, 'unreachable');
  }
}

/** Stops the clip, whichever it is, or only if it is `key`'s. */
export function stopPlaying(key?: string): void {
  if (key !== undefined && player.getState().key !== key) return;
  current?.abort();
  current = null;
  stopFilm();
  if (objectUrl !== null) URL.revokeObjectURL(objectUrl);
  objectUrl = null;
  player.setState(IDLE, true);
}

let current: AbortController | null = null;
let objectUrl: string | null = null;

function start(key: string, url: string | null, blob: Blob | null): void {
  if (blob) objectUrl = URL.createObjectURL(blob);
  player.setState({ status: 'playing', key }, true);
  showsFilm(url ?? objectUrl ?? '', () => {
    if (player.getState().key === key) fail(key, 'unplayable');
  });
}

function fail(key: string, problem: PlayProblem): void {
  stopPlaying();
  player.setState({ status: 'problem', key, problem }, true);
}
