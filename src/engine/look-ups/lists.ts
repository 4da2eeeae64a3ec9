import { refKey } from '~/core/answer';
import { isTerminal, type Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { keepContent } from '~/engine/answers/keep-content';
import { mergeAnswer } from '~/engine/answers/merge-answer';
import type { Bus } from '~/engine/bus';
import type { Gateway } from '~/engine/gateway/gateway';
import type { Cursor, TaskList } from '~/engine/gateway/list-tasks';
import type { EngineState } from '~/engine/state';
import type { Timers } from '~/platform/timers';
import { inSlices } from '~/platform/yield-to-main';

import type { Budgets } from './budget';
import type { Driver } from './driver';
import type { Planner } from './planner';
import type { RequestFor } from './request-for';

export interface ListsOptions {
  state: EngineState;
  bus: Bus;
  gateway: Pick<Gateway, 'listTasks'>;
  requestFor: RequestFor;
  budgets: Budgets;
  driver: Pick<Driver, 'set' | 'isAsking' | 'turnMs'>;
  planNext: Planner['next'];
  timers: Timers;
  now: () => number;
  mayWrite: () => boolean;
}

/** What is asked of a service that lists its tasks. */
export interface Lists {
  /** Asks for the list, if this service has one, and it is time. Never rejects. */
  ask(connectionId: string, unfinished: () => readonly TrackedTask[]): Promise<void>;
}

/** From the start of one list to the next, in ms. */
const EVERY = 2_500;
/** A service without a list is asked again after this long, in ms. */
const NONE_FOR = 600_000;
/** The least share of the tasks that a list must name to be worth its requests. */
const WORTH = 1 / 3;
/** Parts of a list in which none of our tasks is any more: those that follow are older. */
const IN_VAIN = 2;
/** A task in the list need not be looked up by itself for this long, in ms. */
const COVERED = 30_000;
/** A card of which nothing is new says at least this often that it was checked, in ms. */
const TOUCH = 20_000;

/**
 * One list in place of many look-ups. It says how far each task is; what a task ends with is looked up by itself, for
 * lists leave out links. What a list leaves out is never taken as gone.
 */
export function createLists(options: ListsOptions): Lists {
  const { state, bus, gateway, requestFor, budgets, driver, timers, now } = options;
  /** When each key's list may be asked for next. */
  const nextAt = new Map<string, number>();
  const busy = new Set<string>();

  const part = async (
    connectionId: string,
    task: TrackedTask,
    cursor: Cursor | null,
  ): Promise<TaskList> => {
    const wait = budgets.reserve(connectionId, now()) - now();
    if (wait > 0) await new Promise<void>((resolve) => void timers.after(wait, resolve));
    const request = requestFor(task, connectionId);
    if (request === null || !options.mayWrite()) return { kind: 'none' };
    const { signal } = new AbortController();
    return gateway.listTasks({ ...request, cursor, anew: true, signal });
  };

  const take = (task: TrackedTask, found: Task): void => {
    const key = refKey(task);
    const before = state.answers.get(task);
    if (driver.isAsking(key) || (before.task && isTerminal(before.task.state))) return;
    if (isTerminal(found.state))
      return driver.set(key, { dueAt: now(), priority: 'due', expectedDoneAt: now() });
    const merged = mergeAnswer(before, { task: found }, before.raw, now());
    const planned = options.planNext(task, merged, driver.turnMs);
    const dueAt = Math.max(planned.dueAt ?? 0, now() + COVERED);
    // A task that was never looked up still is: a list may leave out its prompt and pictures.
    if (before.task !== null) driver.set(key, { ...planned, dueAt });
    const last = before.sightings.at(-1);
    const isNew = last?.state !== found.state || last.progress !== found.progress;
    if (!isNew && before.problem === null && now() - (before.askedAt ?? 0) < TOUCH) return;
    const after = { ...keepContent(before, merged), nextAt: dueAt };
    state.answers.put(task, after);
    bus.emit({ type: 'answered', ref: task, before, after });
  };

  const run = async (connectionId: string, tasks: readonly TrackedTask[]): Promise<boolean> => {
    const wanted = new Map(tasks.map((task) => [task.taskId, task]));
    const [first] = tasks;
    if (!first) return true;
    const all = wanted.size;
    const slice = inSlices();
    let cursor: Cursor | null = null;
    for (let inVain = 0; inVain < IN_VAIN && wanted.size > 0;) {
      const list = await part(connectionId, first, cursor);
      if (list.kind === 'limited')
        bus.emit({ type: 'limited', connectionId, retryAfterMs: list.retryAfterMs, by: 'key' });
      if (list.kind !== 'list') return list.kind === 'limited';
      const size = wanted.size;
      for (const [id, found] of list.tasks) {
        await slice();
        const task = wanted.get(id);
        // It may have been removed meanwhile.
        if (!task || !state.tracked.getState().tasks.has(refKey(task))) continue;
        wanted.delete(id);
        take(task, found);
      }
      inVain = wanted.size < size ? 0 : inVain + 1;
      if (list.next === null) break;
      cursor = list.next;
    }
    return all - wanted.size >= WORTH * all;
  };

  return {
    async ask(connectionId, unfinished) {
      const at = now();
      const due = nextAt.get(connectionId) ?? 0;
      // A clock that was set back must not end it.
      if (busy.has(connectionId) || (at < due && due - at <= NONE_FOR)) return;
      busy.add(connectionId);
      try {
        const isWorth = await run(connectionId, unfinished()).catch(() => false);
        nextAt.set(connectionId, isWorth ? at + EVERY : now() + NONE_FOR);
      } finally {
        busy.delete(connectionId);
      }
    },
  };
}
