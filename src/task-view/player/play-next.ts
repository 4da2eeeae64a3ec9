import type { NoVideo, PlayLadder, VideoSource } from '~/core/video';

/** A video on its way into a `<video>`. */
export interface Coming {
  ladder: PlayLadder;
  /** Whether its frames can be read, once a source is shown. */
  readable?: boolean;
  /** False once something else, or nothing, is to be shown there. */
  isWanted: () => boolean;
  /** A source is being sought, the first or after one that failed. */
  onSeeking?: () => void;
  /** Puts a source into the `<video>`; calls `onError` if it does not play, `onFixed` if there is no jumping in it. */
  show: (source: VideoSource, onError: () => void, onFixed: () => void) => void;
  /** There is no jumping in it, and it cannot be loaded whole either. */
  onFixed?: () => void;
  onProblem: (problem: NoVideo) => void;
}

/** Walks a play ladder: shows its next source and, whenever one fails, the one after, until none is left. */
export async function playNext(coming: Coming): Promise<void> {
  coming.onSeeking?.();
  const next = await coming.ladder.next();
  if (!coming.isWanted()) return;
  if (next.kind === 'problem') return coming.onProblem(next);
  show(coming, next);
}

function show(coming: Coming, source: VideoSource): void {
  coming.readable = source.readable;
  const onError = (): void => {
    if (coming.isWanted()) void playNext(coming);
  };
  coming.show(source, onError, () => void showWhole(coming));
}

/** It plays until all of it is there. */
async function showWhole(coming: Coming): Promise<void> {
  const whole = await coming.ladder.whole();
  if (!coming.isWanted()) return;
  if (whole) show(coming, whole);
  else coming.onFixed?.();
}
