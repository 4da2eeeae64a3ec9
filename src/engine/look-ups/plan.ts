import { refKey } from '~/core/answer';
import { isTerminal, mayBeOut, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Driver, Next } from './driver';
import type { Timers } from '~/platform/timers';

import type { Asking } from './asking';
import type { Planner } from './planner';
import { teamConnections, type EngineState } from '~/engine/state';

/** What the plan needs from the engine. */
interface LookUpPlanOptions {
  state: EngineState;
  driver: Pick<Driver, 'set' | 'wake' | 'isAsking' | 'turnMs'>;
  planner: Pick<Planner, 'next'>;
  asking: Pick<Asking, 'retry'>;
  timers: Timers;
  now: () => number;
}

/** Plans look-ups with the driver: when the policy says, or sooner because something changed. */
export interface LookUpPlan {
  planAll(): void;
  planNew(added: readonly TrackedTask[]): void;
  /** Looks tasks up soon, before others, even if their look-ups had stopped. */
  check(keys: readonly string[]): void;
  /** Looks tasks up again that had stopped for a reason that is gone. */
  resume(keys: readonly string[]): void;
  /** A key became usable: tasks that stopped for want of one resume; those still running are in no hurry. */
  resumeKey(connectionId: string): void;
  /** Whoever opened the page got past its sign-in, so tasks refused with the team's key are asked about again. */
  resumeTeam(): void;
  /** A service has a new look-up path; the old one may have caused any problem. */
  resumeService(base: string): void;
  /** A service that was down has answered, so tasks that got nothing from it skip the rest of their back-off. */
  resumeBack(base: string): void;
  /** The network is back, so unreachable tasks skip the rest of their back-off. */
  resumeReach(): void;
}

/** The plan of this engine's look-ups. */
export function createLookUpPlan(options: LookUpPlanOptions): LookUpPlan {
  const { state, driver, planner, asking, timers, now } = options;
  const tasks = (): ReadonlyMap<string, TrackedTask> => state.tracked.getState().tasks;
  const leading = (): boolean => state.status.getState().leading;

  /** Tasks still to be planned, by `refKey`. */
  const unplanned = new Set<string>();
  let planning = false;
  const set = (key: string, next: Next): void => {
    unplanned.delete(key);
    driver.set(key, next);
  };
  /** False if there is nothing left to ask. */
  const plan = (task: TrackedTask): boolean => {
    const answer = state.answers.get(task);
    if (answer.task && isTerminal(answer.task.state) && answer.problem === null) return false;
    set(refKey(task), planner.next(task, answer, driver.turnMs));
    return true;
  };
  /** One task at a time: before the JIT has warmed up, planning one takes 5 ms even on a fast machine. */
  const planNext = (): void => {
    planning = false;
    if (!leading()) unplanned.clear();
    for (const key of unplanned) {
      unplanned.delete(key);
      const task = tasks().get(key);
      // A task that is being asked about would be asked about twice.
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
  const resume = (keys: readonly string[]): void => {
    for (const key of keys) set(key, { dueAt: now(), priority: 'due', expectedDoneAt: null });
  };
  /** Tasks held up by certain problems. */
  const heldUp = (by: (problem: LookUpProblem, task: TrackedTask) => boolean): string[] =>
    [...tasks()].flatMap(([key, task]) => {
      const { problem } = state.answers.get(task);
      return problem !== null && by(problem, task) ? key : [];
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
    resume,
    resumeKey(connectionId) {
      if (!leading()) return;
      const base = state.connections.getState().connections.get(connectionId)?.base;
      check(
        heldUp(({ kind, about }, task) => {
          const another = kind === 'auth' || kind === 'not_found' || about === 'credit';
          return task.base === base && another;
        }),
      );
      driver.wake();
    },
    resumeTeam() {
      const team = new Set(teamConnections(state).map(({ base }) => base));
      // Most pages have no team keys: skip looking through all answers at the start.
      if (team.size > 0) check(heldUp(({ kind }, task) => kind === 'auth' && team.has(task.base)));
    },
    resumeService(base) {
      if (leading()) check(heldUp((_, task) => task.base === base));
    },
    resumeBack: (base) =>
      resume(heldUp((problem, task) => task.base === base && mayBeOut(problem))),
    resumeReach() {
      if (!leading()) return;
      resume(heldUp(({ kind }) => kind === 'network' || kind === 'timeout'));
    },
  };
}
