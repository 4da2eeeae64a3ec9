import { refKey, type Answer } from '~/core/answer';
import { videoIn } from '~/core/has-video';
import type { Standing } from '~/core/standing';
import type { Task, TaskState, TaskVideo } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { KeyLoss } from '~/engine/state';

import type { ServiceKeys } from './service-keys';
import { troubleOf, waitsForPerson, type Trouble } from './trouble';

/** What follows from a task's answer and its service's keys: for its card, the board, menus and actions alike. */
export interface CardFacts {
  key: string;
  tracked: TrackedTask;
  answer: Answer;
  task: Task | null;
  /** `unknown` before the first readable answer too. */
  state: TaskState;
  standing: Standing;
  /** What keeps news of it away. */
  trouble: Trouble | null;
  /** Why none of its service's keys can be used now. */
  loss: KeyLoss | null;
  /** A relay adds the team's key to its look-ups. */
  teamKey: boolean;
  /** The video to play; null if there is none yet, or the service refused to give one. */
  video: TaskVideo | null;
}

/** The one place where a task's standing is decided. What can be done with it: `whyNot`. */
export function cardOf(tracked: TrackedTask, answer: Answer, keys: ServiceKeys): CardFacts {
  const state = answer.task?.state ?? 'unknown';
  const trouble = troubleOf(answer, keys);
  return {
    key: refKey(tracked),
    tracked,
    answer,
    task: answer.task,
    state,
    standing: STANDINGS[state] ?? openStanding(answer, trouble),
    trouble,
    loss: keys.loss,
    teamKey: keys.team,
    video: videoIn(answer),
  };
}

/** Where a task stands that has not ended, as far as known. */
function openStanding(answer: Answer, trouble: Trouble | null): Standing {
  if (waitsForPerson(answer, trouble)) return 'attention';
  return isOutOfSight(answer) ? 'unseen' : 'running';
}

/** A failed look-up or two is nothing; after so many in a row, nobody knows whether the task still runs. */
const LOST_AFTER = 3;

function isOutOfSight({ task, problem, problemCount }: Answer): boolean {
  // Taken, and nothing told about it: the service makes it.
  if (task === null) return problem?.kind !== 'not_ready';
  const silent = problem?.kind === 'network' || problem?.kind === 'timeout';
  return silent && problemCount >= LOST_AFTER;
}

/** Where a task that has ended stands; the others depend on whether they wait for the person. */
const STANDINGS = {
  completed: 'ready',
  failed: 'attention',
  cancelled: 'attention',
  queued: null,
  running: null,
  unknown: null,
} as const satisfies Record<TaskState, Standing | null>;
