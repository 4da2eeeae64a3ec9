import * as v from 'valibot';

import { refKey, type Answer, type TaskRef } from '~/core/answer';
import { isRelayed } from '~/core/relayed';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Driver, Next } from './driver';
import { expectedDoneAt } from '~/engine/look-ups/forecast/estimate';
import {
  historySchema,
  learn,
  NO_HISTORY,
  usual,
  type Durations,
  type HistoryKey,
} from '~/engine/look-ups/forecast/history';
import { nextLookUp } from '~/engine/look-ups/forecast/policy';
import { inStep } from '~/engine/look-ups/forecast/in-step';
import { outcomeOf } from '~/engine/look-ups/forecast/outcome';
import type { Bus } from '~/engine/bus';
import type { Remembered, Rows } from '~/engine/storage/rows';

/** What the planner needs from the engine. */
interface PlannerOptions {
  bus: Bus;
  rows: Rows;
  remembered: Pick<Remembered, 'history'>;
  now: () => number;
  random: () => number;
  /** No tab of this page is visible. */
  hidden: () => boolean;
}

/** Combines the policy with what this browser has learnt: when to look a task up next. */
export interface Planner {
  /** @param turnMs how crowded a key is, as the driver knows */
  next(task: TrackedTask, answer: Answer, turnMs: Driver['turnMs']): Next;
  usual(task: TrackedTask, answer: Answer): Durations | null;
}

/** A planner that starts with the stored history, and learns from every task that this tab sees to end. */
export function createPlanner(options: PlannerOptions): Planner {
  const { bus, rows, now, random, hidden } = options;
  let watched: ReadonlySet<string> = new Set();
  const kept = v.safeParse(historySchema, options.remembered.history);
  let history = kept.success ? kept.output : NO_HISTORY;
  // A history in an unknown format was written by another version and must not be overwritten.
  const mayKeep = kept.success || options.remembered.history === null;

  const usualFor = (task: TaskRef, answer: Answer): Durations | null =>
    usual(history, likeness(task, answer));

  bus.on('watched', ({ keys }) => {
    watched = new Set(keys);
  });
  bus.on('answered', ({ ref, before, after }, from) => {
    const ended = after.task !== null && isTerminal(after.task.state);
    if (from === 'elsewhere' || !ended) return;
    if (before.task !== null && isTerminal(before.task.state)) return;
    const outcome = outcomeOf(after, likeness(ref, after));
    if (outcome === null) return;
    history = learn(history, outcome);
    if (mayKeep) void rows.putHistory(history);
  });

  return {
    usual: usualFor,
    next(task, answer, turnMs) {
      const durations = usualFor(task, answer);
      // Counted from the last look-up, so that replanning (tab shown, new leader) does not ask earlier.
      // If the clock was set back, the last look-up would be in the future.
      const from = Math.min(answer.askedAt ?? now(), now());
      const shares = isRelayed(task.base);
      const wait = nextLookUp({
        now: from,
        answer,
        usual: durations,
        watched: watched.has(refKey(task)),
        hidden: hidden(),
        random: shares ? 0.5 : random(),
        turnMs: task.connectionId === null ? 0 : turnMs(task.connectionId),
      });
      return {
        dueAt: wait && (shares ? inStep(task.taskId, from, wait.afterMs) : from + wait.afterMs),
        priority: answer.askedAt === null ? 'new' : 'due',
        expectedDoneAt: expectedDoneAt(answer, durations, now()),
      };
    },
  };
}

/** What makes two tasks similar. */
function likeness({ base }: TaskRef, { task }: Answer): HistoryKey {
  return { base, model: task?.model ?? null, seconds: task?.seconds ?? null };
}
