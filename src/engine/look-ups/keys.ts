import type { Connection } from '~/core/connection';
import type { LookUpProblem, ProblemKind } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { openKey } from '~/engine/open-key';
import type { EngineState } from '~/engine/state';
import type { Vault } from '~/engine/storage/vault';

/** How each key of the service failed for one task in the current round. */
type Tried = ReadonlyMap<string, ProblemKind>;

/** The key to use for a task now; null if it has none left to try. */
export type KeyOf = (key: string, tried?: Tried) => string | null;

/** Chooses among the keys that can be used in this browser. */
export function createKeyOf({ state, vault }: { state: EngineState; vault: Vault }): KeyOf {
  return (key, tried = new Map()) => {
    const task = state.tracked.getState().tasks.get(key);
    if (!task) return null;
    const { connections, needKey } = state.connections.getState();
    const usable = (id: string): boolean => openKey(state, vault, id) !== null && !needKey.has(id);
    return chooseKey(task, connections.values(), usable, tried);
  };
}

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
