import { refKey, type TaskRef } from '~/core/answer';
import type { VideoProblem } from '~/core/video';

/** A finished task with a video, and what its file would be called once its type is known. */
export interface Finished {
  ref: TaskRef;
  nameFor: (type: string) => string;
}

/** How often a video could not be kept, when last (epoch ms), and why. */
export interface Failure {
  reason: VideoProblem;
  at: number;
  times: number;
}

/** What may pass by itself; everything else waits for the person. */
const PASSES: ReadonlySet<VideoProblem> = new Set(['unreachable', 'not_ready', 'no_key']);
/** What is as true after a reload, and in another tab: it is remembered, so that nobody is asked in vain each time. */
const LASTS: ReadonlySet<VideoProblem> = new Set(['expired', 'not_found', 'not_video', 'blocked']);
/** Time to the second try, in ms; it doubles with each one. */
const FIRST_WAIT_MS = 2 * 60_000;
const LAST_WAIT_MS = 60 * 60_000;

/**
 * The video that is to be fetched next; null where nothing is to be done now.
 * @param now epoch ms
 */
export function nextToKeep(
  finished: readonly Finished[],
  kept: { has(key: string): boolean },
  failed: ReadonlyMap<string, Failure>,
  now: number,
): Finished | null {
  const isDue = ({ ref }: Finished): boolean => {
    const failure = failed.get(refKey(ref));
    return !kept.has(refKey(ref)) && (failure === undefined || againAt(failure) <= now);
  };
  return finished.find(isDue) ?? null;
}

/** When the next of these is tried again by itself, in epoch ms; `Infinity`: none is. */
export function nextTryAt(failed: ReadonlyMap<string, Failure>): number {
  return Math.min(...[...failed.values()].map(againAt), Infinity);
}

export function failedAgain(
  before: Failure | undefined,
  reason: VideoProblem,
  now: number,
): Failure {
  return { reason, at: now, times: (before?.times ?? 0) + 1 };
}

export function lasts({ reason }: Failure): boolean {
  return LASTS.has(reason);
}

function againAt({ reason, at, times }: Failure): number {
  if (!PASSES.has(reason)) return Infinity;
  return at + Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1));
}
