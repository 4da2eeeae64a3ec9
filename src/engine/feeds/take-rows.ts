import { refKey } from '~/core/answer';
import type { Batch, TrackedTask } from '~/core/tracked';
import type { TaskEdit } from '~/engine/edit';

import type { Feed } from '~/core/feed';
import { fingerprint, type Said } from './feed-memory';
import type { FeedRow } from './read-feed';

/** What a feed changes on the board. */
interface Taken {
  /** Tasks to add, in the feed's order. */
  added: FeedRow[];
  /** Their batch: that of the feed's tasks on the board, whatever it is called by now. */
  batch: Batch;
  edits: Map<string, TaskEdit>;
  said: Map<string, Said>;
}

/**
 * What to do with the rows of a feed. A task that was named before and is not on the board was removed, and stays so;
 * one whose row is gone stays on the board. Pure.
 */
export function takeRows(
  { name, base }: Feed,
  rows: readonly FeedRow[],
  before: ReadonlyMap<string, Said>,
  tasks: ReadonlyMap<string, TrackedTask>,
): Taken {
  const said = new Map(before);
  const added: FeedRow[] = [];
  const edits = new Map<string, TaskEdit>();
  for (const row of rows) {
    const { taskId } = row;
    const known = said.get(taskId);
    const key = refKey({ base, taskId });
    const task = tasks.get(key);
    // Last again, so that what is still named is forgotten last.
    said.delete(taskId);
    if (known && known.by !== name) {
      said.set(taskId, known);
      continue;
    }
    if (!known && !task) added.push(row);
    // What a person pasted without a name gets this one.
    const last = known ?? { by: name, label: fingerprint(null), shot: fingerprint(null) };
    if (task) edits.set(key, editOf(task, row, last));
    said.set(taskId, {
      by: name,
      label: fingerprint(row.label),
      shot: fingerprint(row.shot),
    });
  }
  for (const [key, edit] of edits) if (Object.keys(edit).length === 0) edits.delete(key);
  return { added, batch: batchOf(name, base, tasks), edits, said };
}

/** New words of the feed, where the card still says what the feed said before. */
function editOf(task: TrackedTask, row: FeedRow, last: Said): TaskEdit {
  const edit: TaskEdit = {};
  for (const field of ['label', 'shot'] as const) {
    const isOwn = fingerprint(task[field]) !== last[field];
    if (!isOwn && row[field] !== null && row[field] !== task[field]) edit[field] = row[field];
  }
  return edit;
}

/** The same in every browser, so that what is handed over fits together. */
function batchOf(name: string, base: string, tasks: ReadonlyMap<string, TrackedTask>): Batch {
  const id = `feed:${fingerprint(`${base} ${name}`)}`;
  for (const { batch } of tasks.values()) if (batch?.id === id) return batch;
  return { id, name };
}
