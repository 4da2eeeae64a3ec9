import type { Answer } from '~/core/answer';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** How a task ended, and when, as far as this browser knows. Times are epoch ms. */
interface End {
  kind: 'ready' | 'failed' | 'cancelled';
  /** The last moment at which it was known not to have ended. */
  openAt: number;
  /** When a look-up found the end: the same in every tab. */
  foundAt: number;
  /** When it ended, if the service says so and it fits both. */
  saidAt: number | null;
}

const KINDS = { completed: 'ready', failed: 'failed', cancelled: 'cancelled' } as const;

/** The end of a task; null while it goes on. */
export function endOf({ addedAt }: TrackedTask, answer: Answer): End | null {
  const { task, sightings } = answer;
  if (!task || !isTerminal(task.state)) return null;
  const last = sightings.findLastIndex(({ state }) => !isTerminal(state));
  const foundAt = sightings[last + 1]?.at ?? answer.answeredAt ?? addedAt;
  // It was unfinished, or not there yet, when it was added, unless that was long before.
  const openAt = Math.min(foundAt, sightings[last]?.at ?? addedAt);
  const said = task.state === 'completed' ? task.completedAt : task.updatedAt;
  const fits = said !== null && said >= openAt && said <= foundAt;
  return {
    kind: KINDS[task.state as keyof typeof KINDS],
    openAt,
    foundAt,
    saidAt: fits ? said : null,
  };
}

/** A time in which nobody looked at the page, in epoch ms: after `from`, up to `to`. */
export interface Away {
  from: number;
  to: number;
}

/**
 * Whether a task ended while nobody looked: it was found then or, if it was found by a look-up since, it ended then as
 * the service says or, if it does not say, as is more likely than not.
 */
export function endedAway({ openAt, foundAt, saidAt }: End, { from, to }: Away): boolean {
  if (foundAt <= from) return false;
  if (foundAt <= to) return true;
  if (saidAt !== null) return saidAt > from && saidAt <= to;
  return 2 * (to - Math.max(openAt, from)) >= foundAt - openAt;
}
