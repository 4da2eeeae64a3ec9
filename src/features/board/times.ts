import type { Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** The steps of a task's life, epoch ms each, null where nobody knows. */
export interface Times {
  /** It was handed in; where the service does not say, when it came to the board. */
  since: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Ms from start (else from being handed in) to the end. */
  tookMs: number | null;
}

/**
 * The service's own times first; else what this page saw, but only where it saw the change happen: a task that
 * was already over at the first look ended at an unknown time.
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
