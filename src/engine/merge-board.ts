import { refKey, type Answer } from '~/core/answer';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { CarriedTask } from '~/engine/board-file/board-file';
import { mergeTasks } from '~/engine/board-file/merge-tasks';
import type { Rows } from '~/engine/storage/rows';
import { within } from '~/platform/within';

import type { Bus } from './bus';
import { withoutEdit } from './edit';
import type { EngineState } from './state';

/** How long new tasks wait for their rows to be written, in ms. */
const KEEP_LIMIT_MS = 600;

/** What merging needs from the engine. */
interface MergeOptions {
  state: EngineState;
  rows: Rows;
  bus: Bus;
  /** When all stored tasks are known; null if they are. */
  whole: Promise<void> | null;
}

/** What a merge did, by the keys of the tasks. */
export interface Merged {
  added: string[];
  changed: string[];
  /** Says again what those that were there have said before, but for what was changed since. */
  undoChanges: () => void;
}

/**
 * Puts another board's tasks and this one's together (`mergeTasks`). New ones have no key: one of their service is
 * used if there is any. What is known of tasks that are here already stays; the next look-ups say more than a file.
 */
export async function mergeBoard(
  { state, rows, bus, whole }: MergeOptions,
  tasks: readonly CarriedTask[],
  answers: readonly (readonly [key: string, Answer])[],
): Promise<Merged> {
  await whole;
  const before = newTasks(state, tasks);
  // Written before shown, as every new task is; a database that hangs must not block it.
  await within(KEEP_LIMIT_MS, rows.putTracked(before));
  // What was changed or added here meanwhile counts.
  const added = newTasks(state, tasks);
  const here = state.tracked.getState().tasks;
  const changes = tasks.flatMap((task) => {
    const before = here.get(refKey(task));
    const after = before && mergeTasks(before, task);
    return after && after !== before ? [{ before, after }] : [];
  });
  const changed = changes.map(({ after }) => after);
  const refs = new Map(added.map((task) => [refKey(task), task]));
  const known = answers.filter(([key]) => refs.has(key));
  for (const [key, answer] of known) {
    const ref = refs.get(key);
    if (ref) rows.putAnswer(ref, answer);
  }
  if (added.length > 0) {
    bus.emit({ type: 'added', tasks: added, answers: known.map(([key, one]) => [key, one]) });
  }
  if (changed.length > 0) bus.emit({ type: 'changed', tasks: changed });
  // What a file says of a task that goes on may be old: it is looked up at once, wherever it would be due by it.
  const ended = new Set(
    known.flatMap(([key, { task }]) => (task && isTerminal(task.state) ? key : [])),
  );
  bus.emit({ type: 'check', keys: added.map(refKey).filter((key) => !ended.has(key)) });
  return {
    added: added.map(refKey),
    changed: changed.map(refKey),
    undoChanges() {
      const now = state.tracked.getState().tasks;
      const undone = changes.flatMap(({ before, after }) => {
        const current = now.get(refKey(after));
        return current ? [withoutEdit(current, before, after)] : [];
      });
      if (undone.length > 0) bus.emit({ type: 'changed', tasks: undone });
    },
  };
}

function newTasks(state: EngineState, tasks: readonly CarriedTask[]): TrackedTask[] {
  const here = state.tracked.getState().tasks;
  return tasks.flatMap(({ video: _link, ...task }) =>
    here.has(refKey(task)) ? [] : [{ ...task, connectionId: null, otherConnectionIds: [] }],
  );
}
