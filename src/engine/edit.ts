import {
  boundedColumns,
  boundedNote,
  boundedTags,
  PASTED_LIMITS,
  type Columns,
  type TrackedTask,
} from '~/core/tracked';
import { changedSince, partsOf } from '~/core/said-at';

/** What a person may change of a task. */
export type TaskEdit = Partial<
  Pick<TrackedTask, 'label' | 'batch' | 'shot' | 'columns' | 'note' | 'tags' | 'pickedAt'>
>;
type Field = keyof Required<TaskEdit>;

/** The task with this change, within bounds; itself if it says the same already. */
export function edited(task: TrackedTask, change: TaskEdit): TrackedTask {
  return withFields(task, (field) =>
    field in change ? bound(field, { ...task, ...change }[field]) : task[field],
  );
}

/** The task after an edit, with the time of what it changed. @param now epoch ms */
export function editedAt(before: TrackedTask, after: TrackedTask, now: number): TrackedTask {
  return changedSince({ ...after, changedAt: now }, before, () => now);
}

/** The task as it is now, but for what an edit changed; fields that were changed again since stay. */
export function withoutEdit(
  now: TrackedTask,
  before: TrackedTask,
  after: TrackedTask,
): TrackedTask {
  const undone = withFields(now, (field) => undo(field, now[field], before[field], after[field]));
  if (undone === now) return now;
  const changedAt = now.changedAt === after.changedAt ? before.changedAt : now.changedAt;
  const times = partsOf(before);
  return changedSince({ ...undone, changedAt }, now, (part) => times.get(part)?.at ?? 0);
}

/** How a field is kept within bounds, compared, and taken back. */
interface Rules<T> {
  bound?: (value: T) => T;
  isSame?: (a: T, b: T) => boolean;
  /** What it becomes if it was changed again after the edit; left out, it stays. */
  merge?: (now: T, before: T, after: T) => T;
}

const FIELDS: { [F in Field]: Rules<TrackedTask[F]> } = {
  label: {},
  batch: { isSame: (a, b) => a?.id === b?.id && a?.name === b?.name },
  // A row with more could not be read again.
  shot: { bound: (shot) => shot?.trim().slice(0, PASTED_LIMITS.shot) || null },
  columns: { bound: boundedColumns, isSame: sameAsText, merge: mergeCells },
  note: { bound: boundedNote },
  tags: {
    bound: boundedTags,
    isSame: sameAsText,
    merge: (now, before, after) =>
      boundedTags([
        ...now.filter((tag) => before.includes(tag) || !after.includes(tag)),
        ...before.filter((tag) => !after.includes(tag)),
      ]),
  },
  pickedAt: {},
};

function withFields(
  task: TrackedTask,
  valueOf: <F extends Field>(field: F) => TrackedTask[F],
): TrackedTask {
  const changed = (Object.keys(FIELDS) as Field[]).flatMap((field) => {
    const value = valueOf(field);
    return isSame(field, task[field], value) ? [] : [[field, value] as const];
  });
  return changed.length === 0 ? task : { ...task, ...Object.fromEntries(changed) };
}

function bound<F extends Field>(field: F, value: TrackedTask[F]): TrackedTask[F] {
  const rules: Rules<TrackedTask[F]> = FIELDS[field];
  return rules.bound ? rules.bound(value) : value;
}

function isSame<F extends Field>(field: F, a: TrackedTask[F], b: TrackedTask[F]): boolean {
  const rules: Rules<TrackedTask[F]> = FIELDS[field];
  return rules.isSame?.(a, b) ?? a === b;
}

function undo<F extends Field>(
  field: F,
  now: TrackedTask[F],
  before: TrackedTask[F],
  after: TrackedTask[F],
): TrackedTask[F] {
  const rules: Rules<TrackedTask[F]> = FIELDS[field];
  if (isSame(field, before, after)) return now;
  if (isSame(field, now, after)) return before;
  return rules.merge?.(now, before, after) ?? now;
}

/** Takes back the cells that the edit changed, and nobody since. */
function mergeCells(now: Columns, before: Columns, after: Columns): Columns {
  const cells = new Map(Object.entries(now));
  for (const heading of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, became] = [cell(before, heading), cell(after, heading)];
    if (was === became || cell(now, heading) !== became) continue;
    if (was === undefined) cells.delete(heading);
    else cells.set(heading, was);
  }
  return Object.fromEntries(cells);
}

/** Headings are a person's words; `constructor` may be one. */
function cell(columns: Columns, heading: string): string | undefined {
  return Object.hasOwn(columns, heading) ? columns[heading] : undefined;
}

function sameAsText(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
