import { refKey, type Answer } from '~/core/answer';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { CarriedTask } from '~/engine/board-file/board-file';
import { mergeTasks } from '~/engine/board-file/merge-tasks';
import type { Rows } from '~/engine/storage/rows';

import type { Bus } from './bus';
import type { EngineState } from './state';

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
  const here = state.tracked.getState().tasks;
  const added: TrackedTask[] = [];
  const changed: TrackedTask[] = [];
  for (const { video: _link, ...task } of tasks) {
    const mine = here.get(refKey(task));
    if (!mine) {
      added.push({ ...task, connectionId: null, otherConnectionIds: [] });
      continue;
    }
    const together = mergeTasks(mine, task);
    if (JSON.stringify(together) !== JSON.stringify(mine)) changed.push(together);
  }
  const isNew = new Set(added.map(refKey));
  const known = answers.filter(([key]) => isNew.has(key));
  // Written before shown, as every new task is.
  await rows.putTracked(added);
  const refs = new Map(added.map((task) => [refKey(task), task]));
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
  return { added: added.map(refKey), changed: changed.map(refKey) };
}
