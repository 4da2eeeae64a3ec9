import { createBudgets, readyAt, spend, type Budget, type Budgets } from './budget';
import type { Driver, DriverOptions, Next } from './driver';
import { LONGEST_WAIT } from './due-queue';
import { turnOf } from './limits';
import { IN_FLIGHT } from './schedule';

/** The driver as it would be with no more than a list: every check goes through all tasks. The model of the real one. */
export function createNaiveDriver(options: DriverOptions): Driver {
  const { now, timers, connectionOf, ask } = options;
  const slots = new Map<string, Slot>();
  const budgets = createBudgets(options.limitsOf);
  let crowds: ReadonlyMap<string, number> = new Map();
  let active = false;
  let callOff = (): void => {};
  let scheduled = false;
  let lookedAt = now();

  const turnMs: Driver['turnMs'] = (connectionId) =>
    turnOf(crowds.get(connectionId) ?? 0, budgets.get(connectionId, now()));

  const run = (key: string, slot: Slot, connectionId: string): void => {
    const abort = new AbortController();
    slot.running = { abort, connectionId };
    slot.waitingSince = null;
    slot.dueAt = null;
    ask(key, connectionId, abort.signal, turnMs)
      .then(
        (next) => {
          if (slots.get(key) === slot && slot.dueAt === null) Object.assign(slot, next);
        },
        () => {
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

  const wake = (): void => {
    if (scheduled || !active) return;
    scheduled = true;
    queueMicrotask(look);
  };

  return {
    budgets,
    turnMs,
    tasksOf: (connectionId) => crowds.get(connectionId) ?? 0,
    wake,
    set(key, next) {
      const slot = slots.get(key);
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

interface Slot extends Next {
  waitingSince: number | null;
  running: { abort: AbortController; connectionId: string } | null;
}

const NAP = 5000;
const SET_BACK = 1000;
const AFTER_FAULT = 15_000;

interface Entry {
  key: string;
  connectionId: string;
  dueAt: number;
  priority: 'asked' | 'new' | 'due';
  expectedDoneAt: number | null;
  waitingSince: number | null;
}

interface Plan {
  start: { key: string; connectionId: string }[];
  wakeAt: number | null;
}

function plan(
  entries: readonly Entry[],
  budgets: Budgets,
  now: number,
  inFlight: ReadonlyMap<string, number>,
): Plan {
  const start: Plan['start'] = [];
  let wakeAt: number | null = null;
  const wake = (at: number): void => {
    wakeAt = wakeAt === null ? at : Math.min(wakeAt, at);
  };
  for (const [connectionId, own] of byConnection(entries)) {
    const due = own.filter((entry) => entry.dueAt <= now).toSorted(before(now));
    let budget: Budget = budgets.get(connectionId, now);
    let free = IN_FLIGHT - (inFlight.get(connectionId) ?? 0);
    let started = 0;
    for (const { key } of due) {
      if (free <= 0 || readyAt(budget, now) > now) break;
      budget = spend(budget, now);
      free -= 1;
      started += 1;
      start.push({ key, connectionId });
    }
    if (started > 0) budgets.put(connectionId, budget);
    if (started < due.length && free > 0) wake(readyAt(budget, now));
    for (const { dueAt } of own) if (dueAt > now) wake(dueAt);
  }
  return { start, wakeAt };
}

function byConnection(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.connectionId);
    if (group) group.push(entry);
    else groups.set(entry.connectionId, [entry]);
  }
  return groups;
}

function before(now: number): (a: Entry, b: Entry) => number {
  return (a, b) => {
    const order = rank(a, now) - rank(b, now);
    if (order !== 0) return order;
    const since = (a.waitingSince ?? a.dueAt) - (b.waitingSince ?? b.dueAt);
    if (rank(a, now) < RANKS.due) return since;
    const end = (a.expectedDoneAt ?? Infinity) - (b.expectedDoneAt ?? Infinity);
    return Number.isNaN(end) || end === 0 ? since : end;
  };
}

const RANKS = { asked: 0, late: 1, new: 2, due: 3 } as const;

function rank(entry: Entry, now: number): number {
  if (entry.priority === 'asked') return RANKS.asked;
  const waited = now - (entry.waitingSince ?? entry.dueAt);
  return waited > LONGEST_WAIT ? RANKS.late : RANKS[entry.priority];
}
