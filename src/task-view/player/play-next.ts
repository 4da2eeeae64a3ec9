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
  /** Puts a source into the `<video>`, and calls `onError` if it does not play. */
  show: (source: VideoSource, onError: () => void) => void;
  onProblem: (problem: NoVideo) => void;
}

/** Walks a play ladder: shows its next source and, whenever one fails, the one after, until none is left. */
export async function playNext(coming: Coming): Promise<void> {
  coming.onSeeking?.();
  const next = await coming.ladder.next();
  if (!coming.isWanted()) return;
  if (next.kind === 'problem') return coming.onProblem(next);
  coming.readable = next.readable;
  coming.show(next, () => {
    if (coming.isWanted()) void playNext(coming);
  });
}
