import { refKey, type TaskRef } from '~/core/answer';
import type { VideoProblem } from '~/core/video';

import type { KeepState } from './state';

/** A finished task with a video, and what its file will be called once its type is known. */
export interface Finished {
  ref: TaskRef;
  nameFor: (type: string) => string;
}

/** How many attempts to keep a video failed, when the last one did (epoch ms), and why. */
export interface Failure {
  reason: VideoProblem;
  at: number;
  times: number;
}

/** Problems that may pass by themselves; everything else waits for the person. */
const PASSES: ReadonlySet<VideoProblem> = new Set(['unreachable', 'not_ready', 'no_key']);
/** Problems that outlast a reload and hold in every tab: they are stored, so that no service is asked in vain. */
const LASTS: ReadonlySet<VideoProblem> = new Set(['expired', 'not_found', 'not_video', 'blocked']);
/** Delay before the second attempt, in ms; it doubles each time. */
const FIRST_WAIT_MS = 2 * 60_000;
const LAST_WAIT_MS = 60 * 60_000;

/** All of them if all are kept, otherwise those that the person chose. */
export function toKeep(
  finished: readonly Finished[],
  { place, wanted }: Pick<KeepState, 'place' | 'wanted'>,
): readonly Finished[] {
  return place === null ? finished.filter(({ ref }) => wanted.has(refKey(ref))) : finished;
}

/**
 * The video to fetch next; null if there is nothing to do now.
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

/** When the next automatic attempt is due, in epoch ms; `Infinity` if none is. */
export function nextTryAt(failed: ReadonlyMap<string, Failure>): number {
  return Math.min(...[...failed.values()].map(againAt), Infinity);
}

/** The failure after one more attempt at `now`, in epoch ms. */
export function failedAgain(
  before: Failure | undefined,
  reason: VideoProblem,
  now: number,
): Failure {
  return { ...before, reason, at: now, times: (before?.times ?? 0) + 1 };
}

/** Whether the failure is worth storing, because trying again would not help. */
export function lasts({ reason }: Failure): boolean {
  return LASTS.has(reason);
}

function againAt({ reason, at, times }: Failure): number {
  if (!PASSES.has(reason)) return Infinity;
  return at + Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1));
}
