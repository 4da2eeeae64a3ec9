import { refKey } from '~/core/answer';
import { isTerminal, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Driver, Next } from '~/engine/polling/driver';
import type { Timers } from '~/engine/polling/timers';

import type { Asking } from './asking';
import type { Planner } from './planner';
import { cachedAnswer } from './queries';
import { teamConnections, type EngineState } from './state';

export interface LookUpPlanOptions {
  state: EngineState;
  driver: Pick<Driver, 'set' | 'wake' | 'isAsking'>;
  planner: Pick<Planner, 'next'>;
  asking: Pick<Asking, 'retry'>;
  timers: Timers;
  now: () => number;
}

/** Puts tasks on the driver's schedule: when the policy says, or sooner because something changed. */
export interface LookUpPlan {
  planAll(): void;
  planNew(added: readonly TrackedTask[]): void;
  /** Asks soon, ahead of others, also where look-ups had stopped. */
  check(keys: readonly string[]): void;
  /** A key came: cards that stopped for want of one go on by themselves; those that run are in no hurry. */
  resumeKey(connectionId: string): void;
  /** Whoever opens the page came past its sign-in: what was refused to the team's key is asked anew. */
  resumeTeam(): void;
  /** A service is asked elsewhere: whatever was wrong with an answer may have been the path. */
  resumeService(base: string): void;
  /** What could not be reached need not wait out its back-off: the network was the reason. */
  resumeReach(): void;
}

export function createLookUpPlan(options: LookUpPlanOptions): LookUpPlan {
  const { state, driver, planner, asking, timers, now } = options;
  const tasks = (): ReadonlyMap<string, TrackedTask> => state.tracked.getState().tasks;
  const leading = (): boolean => state.status.getState().leading;

  /** The keys that are still to be planned. */
  const unplanned = new Set<string>();
  let planning = false;
  const set = (key: string, next: Next): void => {
    unplanned.delete(key);
    driver.set(key, next);
  };
  /** False where there is nothing more to ask. */
  const plan = (task: TrackedTask): boolean => {
    const answer = cachedAnswer(state.queryClient, task);
    if (answer.task && isTerminal(answer.task.state) && answer.problem === null) return false;
    set(refKey(task), planner.next(task, answer));
    return true;
  };
  /** One task at a time: the first ones, before the browser has warmed up, take 5 ms each on a fast machine. */
  const planNext = (): void => {
    planning = false;
    if (!leading()) unplanned.clear();
    for (const key of unplanned) {
      unplanned.delete(key);
      const task = tasks().get(key);
      // What is being asked already would be asked a second time.
      if (!task || driver.isAsking(key) || !plan(task)) continue;
      planning = true;
      timers.after(0, planNext);
      return;
    }
  };
  const check = (keys: readonly string[]): void => {
    for (const key of keys) {
      if (!tasks().has(key)) continue;
      asking.retry(key);
      set(key, { dueAt: now(), priority: 'asked', expectedDoneAt: null });
    }
  };
  /** The tasks that are held up by a problem of these kinds. */
  const heldUp = (by: (kind: LookUpProblem['kind'], task: TrackedTask) => boolean): string[] =>
    [...tasks()].flatMap(([key, task]) => {
      const { problem } = cachedAnswer(state.queryClient, task);
      return problem !== null && by(problem.kind, task) ? key : [];
    });

  return {
    planAll() {
      for (const key of tasks().keys()) unplanned.add(key);
      if (!planning) timers.after(0, planNext);
      planning = true;
    },
    planNew(added) {
      if (leading()) for (const task of added) plan(task);
    },
    check,
    resumeKey(connectionId) {
      if (!leading()) return;
      const base = state.connections.getState().connections.get(connectionId)?.base;
      check(
        heldUp((kind, task) => task.base === base && (kind === 'auth' || kind === 'not_found')),
      );
      driver.wake();
    },
    resumeTeam() {
      const team = new Set(teamConnections(state).map(({ base }) => base));
      // Most pages have none: a start need not look through all answers for it.
      if (team.size > 0) check(heldUp((kind, task) => kind === 'auth' && team.has(task.base)));
    },
    resumeService(base) {
      if (leading()) check(heldUp((_, task) => task.base === base));
    },
    resumeReach() {
      if (!leading()) return;
      for (const key of heldUp((kind) => kind === 'network' || kind === 'timeout')) {
        set(key, { dueAt: now(), priority: 'due', expectedDoneAt: null });
      }
    },
  };
}
