import type { Connection } from '~/core/connection';
import type { ProblemKind } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** What each key of the service said about one task in the current round. */
export type Tried = ReadonlyMap<string, ProblemKind>;

/** Problems that another key may not have. */
const OTHER_KEY_MAY_KNOW: ReadonlySet<ProblemKind> = new Set(['auth', 'not_found']);

/**
 * The key to ask a task with: its own first, then those it was pasted with, then the service's others, newest
 * first. Null when every usable key has been tried in this round, or there is none.
 */
export function chooseKey(
  task: TrackedTask,
  connections: Iterable<Connection>,
  usable: (connectionId: string) => boolean,
  tried: Tried,
): string | null {
  const ofService = [...connections]
    .filter((connection) => connection.base === task.base)
    .toSorted((a, b) => b.addedAt - a.addedAt)
    .map((connection) => connection.id);
  const known = new Set(ofService);
  const order = [task.connectionId, ...task.otherConnectionIds, ...ofService];
  for (const id of order) {
    if (id !== null && known.has(id) && usable(id) && !tried.has(id)) return id;
  }
  return null;
}

export function anotherKeyMayKnow(kind: ProblemKind): boolean {
  return OTHER_KEY_MAY_KNOW.has(kind);
}

/** Different tasks that a key must be refused for before the key itself is, as long as it has answered none. */
const REFUSALS = 3;

/**
 * Tells a refused key from a refused task: one task that says "not allowed" (another account's, another model's)
 * must not stop its healthy neighbours. Plain bookkeeping, one entry a key.
 */
export function createRefusals(): {
  /** Notes a refusal; true when the key is to be paused. `others` = unfinished tasks that share the key. */
  refused(connectionId: string, key: string, others: number): boolean;
  /** Notes a readable answer; `key` is the task it was about, null for "no such task". */
  accepted(connectionId: string, key: string | null): void;
} {
  const refusals = new Map<string, Set<string>>();
  const answered = new Map<string, Set<string>>();
  return {
    refused(connectionId, key, others) {
      const known = answered.get(connectionId);
      // A key that has answered before is refused when a task that it knew is refused.
      if (known) return known.has(key);
      const tasks = (refusals.get(connectionId) ?? new Set<string>()).add(key);
      refusals.set(connectionId, tasks);
      return tasks.size >= REFUSALS || others === 0;
    },
    accepted(connectionId, key) {
      const known = answered.get(connectionId) ?? new Set<string>();
      if (key !== null) known.add(key);
      answered.set(connectionId, known);
      refusals.delete(connectionId);
    },
  };
}
