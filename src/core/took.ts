import type { Answer } from './answer';
import { creationOf } from './creation';
import { isTerminal } from './task';
import type { TrackedTask } from './tracked';

/** A task's life in epoch ms, as far as the service's times and what the page itself saw agree. */
export interface Life {
  /** When it was submitted or, if the service does not say, added to the board. */
  since: number;
  endedAt: number | null;
  /** Ms from `since` to `endedAt`; null while it runs, or if nobody knows. Never less than what the page watched. */
  tookMs: number | null;
}

/**
 * The service's own times, unless they contradict what the page watched: some answers only have those of a step inside
 * the task. Durations are compared, not moments, because clocks differ. A task that was already finished at first sight
 * ended at an unknown time if the service does not say.
 */
export function lifeOf(tracked: TrackedTask, answer: Answer): Life {
  const { task } = answer;
  if (!task || !isTerminal(task.state)) {
    return { since: creationOf(answer) ?? tracked.addedAt, endedAt: null, tookMs: null };
  }
  const watched = watchedMs(tracked, answer);
  const fits = (from: number | null, to: number | null): boolean =>
    from !== null && to !== null && to - from >= watched;
  const seenEnd = endSeen(answer);
  const said = task.state === 'completed' ? task.completedAt : task.updatedAt;
  const endedAt = said ?? seenEnd;
  const { createdAt } = task;
  if (createdAt !== null && endedAt !== null && fits(createdAt, endedAt)) {
    return { since: createdAt, endedAt, tookMs: endedAt - createdAt };
  }
  if (seenEnd === null) return { since: createdAt ?? tracked.addedAt, endedAt, tookMs: null };
  const since = tracked.addedAt;
  const end = said !== null && fits(since, said) ? said : seenEnd;
  return { since, endedAt: end, tookMs: end >= since ? end - since : null };
}

/** How long the page itself knew the task to be unfinished: it existed when it was added. */
function watchedMs({ addedAt }: TrackedTask, { sightings }: Answer): number {
  const last = sightings.findLast(({ state }) => !isTerminal(state));
  const first = sightings[0];
  return last && first ? Math.max(0, last.at - Math.min(addedAt, first.at)) : 0;
}

/** The first look-up that found it finished; null if none had found it unfinished before. */
function endSeen({ sightings }: Answer): number | null {
  const last = sightings.findLastIndex(({ state }) => !isTerminal(state));
  return last < 0 ? null : (sightings[last + 1]?.at ?? null);
}
