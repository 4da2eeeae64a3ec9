import { readyAt, spend, type Budget, type Budgets } from './budget';
import { createDueQueue, type DueQueue, type Entry } from './due-queue';

/** Which look-ups to start now, and when to check again. */
interface Plan<E extends Entry> {
  start: { entry: E; connectionId: string }[];
  /** When to check again at the latest; null if nothing is planned. */
  wakeAt: number | null;
}

/** All tasks that are still looked up, a queue for each key. Time is an argument; it starts nothing by itself. */
export interface Schedule<E extends Entry> {
  /** Files a task under its key. Without a usable one it is left out, until it is added again. */
  add(entry: E): void;
  remove(entry: E): void;
  /** Takes out what starts now, also from the budgets. It counts as in flight until `ended`. */
  plan(now: number): Plan<E>;
  ended(connectionId: string): void;
  /** How many tasks of a key are planned or in flight. */
  tasksOf(connectionId: string): number;
}

/** Look-ups of one key that may be in flight at once: browsers open six connections per host. */
export const IN_FLIGHT = 4;

interface OfKey<E extends Entry> {
  queue: DueQueue<E>;
  inFlight: number;
}

/** A schedule with no tasks yet. `connectionOf`: the key a task would be looked up with; null if there is none. */
export function createSchedule<E extends Entry>(
  budgets: Budgets,
  connectionOf: (key: string) => string | null,
): Schedule<E> {
  const keys = new Map<string, OfKey<E>>();
  /** The queue that each task is in. */
  const filed = new Map<E, DueQueue<E>>();

  const keyOf = (connectionId: string): OfKey<E> => {
    const known = keys.get(connectionId) ?? { queue: createDueQueue(), inFlight: 0 };
    keys.set(connectionId, known);
    return known;
  };
  const remove = (entry: E): void => {
    filed.get(entry)?.remove(entry);
    filed.delete(entry);
  };
  const add = (entry: E): void => {
    const connectionId = entry.dueAt === null ? null : connectionOf(entry.key);
    if (connectionId === null) return;
    const { queue } = keyOf(connectionId);
    filed.set(entry, queue);
    queue.add(entry);
  };

  return {
    add,
    remove,
    plan(now) {
      const start: Plan<E>['start'] = [];
      let wakeAt: number | null = null;
      const wake = (at: number): void => {
        wakeAt = Math.min(wakeAt ?? at, at);
      };
      for (const [connectionId, own] of keys) {
        const { queue } = own;
        const before = budgets.get(connectionId, now);
        let budget: Budget = before;
        let entry = queue.first(now);
        while (entry && own.inFlight < IN_FLIGHT && readyAt(budget, now) <= now) {
          remove(entry);
          if (connectionOf(entry.key) === connectionId) {
            budget = spend(budget, now);
            own.inFlight += 1;
            start.push({ entry, connectionId });
          } else {
            add(entry);
            wake(now);
          }
          entry = queue.first(now);
        }
        if (budget !== before) budgets.put(connectionId, budget);
        // If all slots are taken, the end of a look-up wakes the driver.
        if (entry && own.inFlight < IN_FLIGHT) wake(readyAt(budget, now));
        const nextDueAt = queue.nextDueAt();
        if (nextDueAt !== null) wake(nextDueAt);
      }
      return { start, wakeAt };
    },
    ended(connectionId) {
      keyOf(connectionId).inFlight -= 1;
    },
    tasksOf(connectionId) {
      const own = keys.get(connectionId);
      return own ? own.queue.size + own.inFlight : 0;
    },
  };
}
