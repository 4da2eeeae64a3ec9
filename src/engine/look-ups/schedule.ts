import { readyAt, spend, type Budget, type Budgets } from './budget';

/** A task to be looked up at some time. Times are epoch ms. */
export interface Entry {
  key: string;
  connectionId: string;
  dueAt: number;
  /** The person asked; it was never looked up; it is simply due. */
  priority: 'asked' | 'new' | 'due';
  /** When it will probably be finished, if there is evidence. */
  expectedDoneAt: number | null;
  /** Since when it has been due but not started. */
  waitingSince: number | null;
}

/** What to start now, and when to check again. */
export interface Plan {
  start: { key: string; connectionId: string }[];
  /** When to check again at the latest; null if nothing is planned. */
  wakeAt: number | null;
}

/** Look-ups of one key that may be in flight at once: browsers open six connections per host. */
export const IN_FLIGHT = 4;
/**
 * A task that has waited this long, in ms, goes first, longest wait first, so nobody waits longer than this plus one
 * turn of all waiting tasks: `n / rate` seconds.
 */
export const LONGEST_WAIT = 20_000;

/**
 * Which look-ups start now, and when to check again. *Check now* goes first, then tasks that have waited too long, then
 * new ones, then the rest by expected end. Takes what it starts from `budgets`.
 */
export function plan(
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
    // If all slots are taken, the end of a look-up wakes the driver.
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

/** Order by urgency, then by expected end, then by waiting time. */
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

/** How often, at most, each of `tasks` tasks on one key can be looked up, in ms; shown when a key is crowded. */
export function turnOf(tasks: number, budget: Pick<Budget, 'rate' | 'cost'>): number {
  return Math.ceil((Math.max(0, tasks) * budget.cost * 1000) / budget.rate);
}
