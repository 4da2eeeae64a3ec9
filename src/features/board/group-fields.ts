import { headingOf, type GroupBy } from '~/core/group-by';
import type { AddInto } from '~/core/add-into';
import type { TrackedTask } from '~/core/tracked';
import type { BoardIndex } from '~/engine/answers/board-index';
import { groupOf } from '~/engine/answers/group-of';

type Fields = AddInto['fields'];

/** What makes a task part of the same group as this one. */
export function fieldsOf(by: GroupBy, { batch, shot, columns }: TrackedTask): Fields {
  const heading = headingOf(by);
  if (by === 'batch') return { batch };
  if (by === 'shot') return { shot };
  return heading === null ? {} : { columns: { [heading]: columns[heading] ?? '' } };
}

/** The same for a group that is called `name` from now on. */
export function fieldsCalled(by: GroupBy, { batch }: TrackedTask, name: string): Fields {
  const heading = headingOf(by);
  if (by === 'batch') return { batch: batch && { ...batch, name } };
  if (by === 'shot') return { shot: name };
  return heading === null ? {} : { columns: { [heading]: name } };
}

/** These fields for a task that has other columns too. */
export function editWith(fields: Fields): (task: TrackedTask) => Fields {
  return ({ columns }) =>
    fields.columns ? { ...fields, columns: { ...columns, ...fields.columns } } : fields;
}

/** The keys of all tasks in a group, found or not: a name that changes for some of them would split it. */
export function membersOf(
  board: BoardIndex,
  tasks: ReadonlyMap<string, TrackedTask>,
  by: GroupBy,
  id: string,
): string[] {
  return [...tasks.keys()].filter((key) => {
    const card = board.card(key);
    return card !== undefined && (groupOf(card, by)?.id ?? '') === id;
  });
}
