import { createBudgets, type Budgets, type Limits } from './budget';
import { plan, turnOf, type Entry } from './schedule';
import type { Timers } from '~/platform/timers';

/** When to look a task up next, as decided after each look-up. */
export interface Next {
  /** Epoch ms; null = not again by itself. */
  dueAt: number | null;
  priority: Entry['priority'];
  /** Epoch ms when it will probably be finished; null without evidence. */
  expectedDoneAt: number | null;
}

/** What the driver needs from the engine. */
export interface DriverOptions {
  now: () => number;
  timers: Timers;
  /** The key a task would be looked up with; null if there is none. */
  connectionOf: (key: string) => string | null;
  /** Rate limits an admin has set for a key; the defaults if left out. */
  limitsOf?: (connectionId: string) => Limits;
  /** Makes one look-up and says when to come back. Rejects if it was aborted or could not be made at all. */
  ask: (key: string, connectionId: string, signal: AbortSignal) => Promise<Next>;
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
  /** Checks again what is due, because keys, budgets or visibility changed. */
  wake(): void;
  readonly budgets: Budgets;
  /** How often, at most, each task of a key can be looked up, in ms: long if many share it. */
  turnMs(connectionId: string): number;
}

interface Slot extends Next {
  /** Since when it has been due but not started, for fairness. */
  waitingSince: number | null;
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
  const { now, timers, connectionOf, ask } = options;
  const slots = new Map<string, Slot>();
  const budgets = createBudgets(options.limitsOf);
  /** Tasks that are still looked up, per key, as of the last check. */
  let crowds: ReadonlyMap<string, number> = new Map();
  let active = false;
  let callOff = (): void => {};
  let scheduled = false;
  let lookedAt = now();

  const run = (key: string, slot: Slot, connectionId: string): void => {
    const abort = new AbortController();
    slot.running = { abort, connectionId };
    slot.waitingSince = null;
    slot.dueAt = null;
    ask(key, connectionId, abort.signal)
      .then(
        (next) => {
          // A plan made in the meantime (Check now, a new key) takes precedence.
          if (slots.get(key) === slot && slot.dueAt === null) Object.assign(slot, next);
        },
        () => {
          // Whoever aborted it plans what comes next.
          if (abort.signal.aborted || slots.get(key) !== slot) return;
          slot.dueAt ??= now() + AFTER_FAULT;
        },
      )
      .finally(() => {
        slot.running = null;
        wake();
      });
  };

  const look = (): void => {
    scheduled = false;
    callOff();
    if (!active) return;
    const at = now();
    if (at < lookedAt - SET_BACK) shift(slots, at - lookedAt);
    lookedAt = at;
    const entries = entriesOf(slots, at, connectionOf);
    const running = inFlight(slots);
    crowds = crowdsOf(entries, running);
    const decided = plan(entries, budgets, at, running);
    for (const { key, connectionId } of decided.start) {
      const slot = slots.get(key);
      if (slot) run(key, slot, connectionId);
    }
    if (decided.wakeAt === null) callOff = () => {};
    else callOff = timers.after(Math.max(0, Math.min(NAP, decided.wakeAt - at)), look);
  };

  /** Many changes in one task of the event loop cause one check. */
  const wake = (): void => {
    if (scheduled || !active) return;
    scheduled = true;
    queueMicrotask(look);
  };

  return {
    budgets,
    turnMs: (connectionId) =>
      turnOf(crowds.get(connectionId) ?? 0, budgets.get(connectionId, now())),
    wake,
    set(key, next) {
      const slot = slots.get(key);
      // What the person asked for must not be postponed by a new plan.
      const owed = slot?.priority === 'asked' && slot.dueAt !== null && next.priority !== 'asked';
      if (owed) return;
      const waits = next.dueAt !== null && next.dueAt <= now();
      if (slot) Object.assign(slot, next, waits ? {} : { waitingSince: null });
      else slots.set(key, { ...next, waitingSince: null, running: null });
      wake();
    },
    drop(key) {
      slots.get(key)?.running?.abort.abort();
      slots.delete(key);
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

function entriesOf(
  slots: Map<string, Slot>,
  at: number,
  connectionOf: (key: string) => string | null,
): Entry[] {
  const entries: Entry[] = [];
  for (const [key, slot] of slots) {
    if (slot.running || slot.dueAt === null) continue;
    const connectionId = connectionOf(key);
    if (connectionId === null) continue;
    if (slot.dueAt <= at) slot.waitingSince ??= at;
    const { dueAt, priority, expectedDoneAt, waitingSince } = slot;
    entries.push({ key, connectionId, dueAt, priority, expectedDoneAt, waitingSince });
  }
  return entries;
}

/** The clock was set back: what was due in ten seconds still is. */
function shift(slots: Map<string, Slot>, by: number): void {
  for (const slot of slots.values()) {
    if (slot.dueAt !== null) slot.dueAt += by;
    if (slot.waitingSince !== null) slot.waitingSince += by;
  }
}

function inFlight(slots: Map<string, Slot>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { running } of slots.values()) {
    if (running) counts.set(running.connectionId, (counts.get(running.connectionId) ?? 0) + 1);
  }
  return counts;
}

function crowdsOf(
  entries: readonly Entry[],
  running: ReadonlyMap<string, number>,
): Map<string, number> {
  const counts = new Map(running);
  for (const { connectionId } of entries) {
    counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
  }
  return counts;
}
