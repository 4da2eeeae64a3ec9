import type { Connection } from '~/core/connection';
import type { LookUpProblem, ProblemKind } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';

/** How each key of the service failed for one task in the current round. */
export type Tried = ReadonlyMap<string, ProblemKind>;

/** Problems that another key might not have. */
const OTHER_KEY_MAY_KNOW: ReadonlySet<ProblemKind> = new Set(['auth', 'not_found']);

/**
 * The key to look a task up with: its own first, then those pasted with it, then the service's others, newest first.
 * Null once every usable key has been tried in this round, or if there is none.
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

/** Whether it is worth asking again with another key after this problem. */
export function anotherKeyMayKnow({ kind, wants }: LookUpProblem): boolean {
  return OTHER_KEY_MAY_KNOW.has(kind) && wants !== 'another-scheme';
}

/** How many different tasks must be refused before a key that has never answered counts as refused. */
const REFUSALS = 3;

/**
 * Tells a refused key from a refused task: one task that says "not allowed" (another account's, another model's) must
 * not stop the others. Pure bookkeeping, one entry per key.
 */
export function createRefusals(): {
  /** Records a refusal; true if the key is to be paused. `others` = unfinished tasks that share the key. */
  refused(connectionId: string, key: string, others: number): boolean;
  /** Records a readable answer; `key` is the task it was about, null for "no such task". */
  accepted(connectionId: string, key: string | null): void;
} {
  const refusals = new Map<string, Set<string>>();
  const answered = new Map<string, Set<string>>();
  return {
    refused(connectionId, key, others) {
      const known = answered.get(connectionId);
      // A key that has worked is refused once a task it knew is refused.
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
