import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** Milestones of a task in epoch ms, null if unknown. */
export interface Times {
  /** When it was submitted or, if the service does not say, added to the board. */
  since: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Ms from its start (or else submission) to its end. */
  tookMs: number | null;
}

/**
 * The service's own times, or else what this page observed, but only if it saw the change: a task that was already
 * finished at first sight ended at an unknown time.
 */
export function timesOf(tracked: TrackedTask, answer: Answer): Times {
  const { task, sightings } = answer;
  const since = task?.createdAt ?? tracked.addedAt;
  const startedAt = firstSeen(answer, 'running');
  const ended = task && ENDED[task.state] ? task.state : null;
  const saw = sightings[0] !== undefined && sightings[0].state !== ended;
  const said = ended === 'completed' ? task?.completedAt : task?.updatedAt;
  const endedAt = ended === null ? null : (said ?? (saw ? firstSeen(answer, ended) : null));
  const from = task?.createdAt ?? (saw ? since : null);
  const tookMs = endedAt !== null && from !== null && endedAt >= from ? endedAt - from : null;
  return { since, startedAt, endedAt, tookMs };
}

function firstSeen(answer: Answer, state: TaskState): number | null {
  return answer.sightings.find((sighting) => sighting.state === state)?.at ?? null;
}

const ENDED = {
  queued: false,
  running: false,
  completed: true,
  failed: true,
  cancelled: true,
  unknown: false,
} as const satisfies Record<TaskState, boolean>;
