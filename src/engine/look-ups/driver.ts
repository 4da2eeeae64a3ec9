import { createBudgets, type Budgets } from './budget';
import type { Entry, Next } from './due-queue';
import { turnOf, type Limits } from './limits';
import { createSchedule } from './schedule';
import type { Timers } from '~/platform/timers';

export type { Next };

/** What the driver needs from the engine. */
export interface DriverOptions {
  now: () => number;
  timers: Timers;
  /** The key a task would be looked up with; null if there is none. */
  connectionOf: (key: string) => string | null;
  /** Rate limits an admin has set for a key; the defaults if left out. */
  limitsOf?: (connectionId: string) => Limits;
  /**
   * Makes one look-up and says when to come back, by how crowded keys are then. Rejects if it was aborted or could not be
   * made at all.
   */
  ask: (
    key: string,
    connectionId: string,
    signal: AbortSignal,
    turnMs: Driver['turnMs'],
  ) => Promise<Next>;
}

/** The only thing that starts look-ups: one timer for all tasks, only in the leading tab. */
export interface Driver {
  /** Plans a task's next look-up, replacing an earlier plan. */
  set(key: string, next: Next): void;
  /** Forgets a task and aborts its look-up. */
  drop(key: string): void;
  /** Whether a look-up of it is in flight; its answer decides what comes next. */
  isAsking(key: string): boolean;
  setActive(active: boolean): void;
  /** Checks again what is due, and with which keys: must be called whenever `connectionOf` may answer differently. */
  wake(): void;
  readonly budgets: Budgets;
  /** How often, at most, each task of a key can be looked up, in ms: long if many share it. */
  turnMs(connectionId: string): number;
  /** How many tasks of a key are planned or in flight. */
  tasksOf(connectionId: string): number;
}

interface Slot extends Entry {
  running: { abort: AbortController; connectionId: string } | null;
}

/** The longest time between two checks, in ms: timers stop while the computer sleeps, the clock does not. */
const NAP = 5000;
/** If the clock goes back by more than this, in ms, it was set. */
const SET_BACK = 1000;
/** Delay, in ms, after a look-up that failed inside the page: no task is lost to a bug of ours. */
const AFTER_FAULT = 15_000;

/** A driver with no tasks yet. */
export function createDriver(options: DriverOptions): Driver {
  const { now, timers, ask } = options;
  const slots = new Map<string, Slot>();
  const budgets = createBudgets(options.limitsOf);
  const schedule = createSchedule<Slot>(budgets, options.connectionOf);
  let order = 0;
  let active = false;
  /** Tasks may have to be looked up with other keys than they are filed under. */
  let misfiled = false;
  let callOff = (): void => {};
  let scheduled = false;
  let lookedAt = now();

  const turnMs: Driver['turnMs'] = (connectionId) =>
    turnOf(schedule.tasksOf(connectionId), budgets.get(connectionId, now()));

  const change = (slot: Slot, to: Partial<Slot>): void => {
    schedule.remove(slot);
    Object.assign(slot, to);
    if (!slot.running && slots.get(slot.key) === slot) schedule.add(slot);
  };

  const land = (slot: Slot): void => {
    if (!slot.running) return;
    schedule.ended(slot.running.connectionId);
    change(slot, { running: null });
  };

  const run = (slot: Slot, connectionId: string): void => {
    const abort = new AbortController();
    change(slot, { running: { abort, connectionId }, waitingSince: null, dueAt: null });
    ask(slot.key, connectionId, abort.signal, turnMs)
      .then(
        (next) => {
          // A plan made in the meantime (Check now, a new key) takes precedence.
          if (slot.dueAt === null) change(slot, next);
        },
        () => {
          // Whoever aborted it plans what comes next.
          if (!abort.signal.aborted) change(slot, { dueAt: slot.dueAt ?? now() + AFTER_FAULT });
        },
      )
      .finally(() => {
        land(slot);
        lookSoon();
      });
  };

  const look = (): void => {
    scheduled = false;
    callOff();
    if (!active) return;
    const at = now();
    // Of a clock that was set back, the queues know nothing.
    if (misfiled || at < lookedAt) refile(at < lookedAt - SET_BACK ? at - lookedAt : 0);
    lookedAt = at;
    const { start, wakeAt } = schedule.plan(at);
    for (const { entry, connectionId } of start) run(entry, connectionId);
    if (wakeAt === null) callOff = () => {};
    else callOff = timers.after(Math.max(0, Math.min(NAP, wakeAt - at)), look);
  };

  /** Files every task anew. If the clock was set back, what was due in ten seconds still is. */
  const refile = (by: number): void => {
    misfiled = false;
    for (const slot of slots.values()) {
      const { dueAt, waitingSince } = slot;
      change(slot, {
        dueAt: dueAt === null ? null : dueAt + by,
        waitingSince: waitingSince === null ? null : waitingSince + by,
      });
    }
  };

  /** Many changes in one task of the event loop cause one check. */
  const lookSoon = (): void => {
    if (scheduled || !active) return;
    scheduled = true;
    queueMicrotask(look);
  };

  const wake = (): void => {
    misfiled = true;
    lookSoon();
  };

  return {
    budgets,
    turnMs,
    tasksOf: schedule.tasksOf,
    wake,
    set(key, next) {
      const slot = slots.get(key);
      // What the person asked for must not be postponed by a new plan.
      const owed = slot?.priority === 'asked' && slot.dueAt !== null && next.priority !== 'asked';
      if (owed) return;
      const waits = next.dueAt !== null && next.dueAt <= now();
      if (slot) change(slot, waits ? next : { ...next, waitingSince: null });
      else {
        const added: Slot = {
          key,
          order: (order += 1),
          ...next,
          waitingSince: null,
          running: null,
        };
        slots.set(key, added);
        schedule.add(added);
      }
      lookSoon();
    },
    drop(key) {
      const slot = slots.get(key);
      if (!slot) return;
      slots.delete(key);
      slot.running?.abort.abort();
      schedule.remove(slot);
      land(slot);
    },
    isAsking(key) {
      const running = slots.get(key)?.running;
      return running?.abort.signal.aborted === false;
    },
    setActive(next) {
      if (next === active) return;
      active = next;
      if (active) return wake();
      callOff();
      for (const slot of slots.values()) slot.running?.abort.abort();
    },
  };
}
