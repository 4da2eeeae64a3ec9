import * as v from 'valibot';

import { refKey, type Answer } from '~/core/answer';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Next } from '~/engine/polling/driver';
import { expectedDoneAt } from '~/engine/polling/estimate';
import {
  historySchema,
  learn,
  NO_HISTORY,
  usual,
  type Durations,
  type HistoryKey,
} from '~/engine/polling/history';
import { nextLookUp } from '~/engine/polling/policy';
import { outcomeOf } from '~/engine/polling/policy-outcome';
import type { Remembered, Rows } from '~/engine/storage/rows';

export interface PlannerOptions {
  rows: Rows;
  remembered: Pick<Remembered, 'history'>;
  now: () => number;
  random: () => number;
  /** No tab of this page is visible. */
  hidden: () => boolean;
  /** The person looks at this very task. */
  watched: (key: string) => boolean;
  /** How often each task of this key can be asked at most, in ms. */
  turnMs: (connectionId: string) => number;
}

/** Joins the policy with what this browser has learnt: when to come back to a task. */
export interface Planner {
  next(task: TrackedTask, answer: Answer): Next;
  usual(task: TrackedTask, answer: Answer): Durations | null;
  /** Learns from a task that was seen to end. */
  learn(task: TrackedTask, before: Answer, after: Answer): void;
}

export function createPlanner(options: PlannerOptions): Planner {
  const { rows, now, random, hidden, watched, turnMs } = options;
  const kept = v.safeParse(historySchema, options.remembered.history);
  let history = kept.success ? kept.output : NO_HISTORY;
  // What another version of the page learnt, in a shape unknown here, is not ours to overwrite.
  const mayKeep = kept.success || options.remembered.history === null;

  const usualFor = (task: TrackedTask, answer: Answer): Durations | null =>
    usual(history, likeness(task, answer));

  return {
    usual: usualFor,
    next(task, answer) {
      const durations = usualFor(task, answer);
      // Reckoned from the last look-up, so that planning anew (a tab shown, another leader) asks no earlier.
      // A clock that was set back would put it into the future.
      const from = Math.min(answer.askedAt ?? now(), now());
      const wait = nextLookUp({
        now: from,
        answer,
        usual: durations,
        watched: watched(refKey(task)),
        hidden: hidden(),
        random: random(),
        turnMs: task.connectionId === null ? 0 : turnMs(task.connectionId),
      });
      return {
        dueAt: wait === null ? null : from + wait.afterMs,
        priority: answer.askedAt === null ? 'new' : 'due',
        expectedDoneAt: expectedDoneAt(answer, durations, now()),
      };
    },
    learn(task, before, after) {
      const ended = after.task !== null && isTerminal(after.task.state);
      if (!ended || (before.task !== null && isTerminal(before.task.state))) return;
      const outcome = outcomeOf(after, likeness(task, after));
      if (outcome === null) return;
      history = learn(history, outcome);
      if (mayKeep) void rows.putHistory(history);
    },
  };
}

/** What makes two tasks alike. */
function likeness({ base }: TrackedTask, { task }: Answer): HistoryKey {
  return { base, model: task?.model ?? null, seconds: task?.seconds ?? null };
}
