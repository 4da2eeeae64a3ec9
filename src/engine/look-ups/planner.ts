import { refKey, type Answer } from '~/core/answer';
import { isRelayed } from '~/core/relayed';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Driver, Next } from './driver';
import { expectedDoneAt } from '~/engine/look-ups/forecast/estimate';
import { learn } from '~/engine/look-ups/forecast/learn';
import { nextLookUp } from '~/engine/look-ups/forecast/policy';
import { inStep } from '~/engine/look-ups/forecast/in-step';
import { outcomeOf } from '~/engine/look-ups/forecast/outcome';
import type { Bus } from '~/engine/bus';
import type { Rows } from '~/engine/storage/rows';

import { likeness, type Learnt } from './learnt';

/** What the planner needs from the engine. */
interface PlannerOptions {
  bus: Bus;
  rows: Rows;
  learnt: Learnt;
  now: () => number;
  random: () => number;
  /** No tab of this page is visible. */
  hidden: () => boolean;
}

/** Combines the policy with what this browser has learnt: when to look a task up next. */
export interface Planner {
  /** @param turnMs how crowded a key is, as the driver knows */
  next(task: TrackedTask, answer: Answer, turnMs: Driver['turnMs']): Next;
}

/** A planner that goes by what was learnt, and learns from every task that this tab sees to end. */
export function createPlanner(options: PlannerOptions): Planner {
  const { bus, rows, learnt, now, random, hidden } = options;
  let watched: ReadonlySet<string> = new Set();
  bus.on('watched', ({ keys }) => {
    watched = new Set(keys);
  });
  bus.on('answered', ({ ref, before, after }, from) => {
    const ended = after.task !== null && isTerminal(after.task.state);
    if (from === 'elsewhere' || !ended) return;
    if (before.task !== null && isTerminal(before.task.state)) return;
    const outcome = outcomeOf(after, likeness(ref, after));
    if (outcome === null) return;
    learnt.history = learn(learnt.history, outcome);
    if (learnt.mayKeep) void rows.putHistory(learnt.history);
  });

  return {
    next(task, answer, turnMs) {
      const durations = learnt.usual(task, answer);
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
