import { boundedColumns, boundedNote, boundedTags, type TrackedTask } from '~/core/tracked';

/** What is said of a task in two places, as far as people write it. */
type Said = Pick<
  TrackedTask,
  | 'label'
  | 'batch'
  | 'shot'
  | 'columns'
  | 'note'
  | 'tags'
  | 'pickedAt'
  | 'addedAt'
  | 'seenAt'
  | 'changedAt'
>;

/** What somebody else may add to a card. */
type Added = Pick<TrackedTask, 'note' | 'tags' | 'pickedAt'>;

/**
 * What two boards say of the same task, together: of what both say, that of the task that was changed last, whichever
 * part of it was changed; and whatever only one of them says. Merging again changes nothing, and the order of merging does not matter.
 */
export function mergeTasks<T extends Said>(a: T, b: Said): T {
  const [first, second] = isFirst(a, b) ? [a, b] : [b, a];
  return {
    ...a,
    label: first.label ?? second.label,
    batch: first.batch ?? second.batch,
    shot: first.shot ?? second.shot,
    columns: boundedColumns({ ...first.columns, ...second.columns, ...first.columns }),
    note: first.note ?? second.note,
    tags: boundedTags([...first.tags, ...second.tags]),
    pickedAt: first.pickedAt ?? second.pickedAt,
    addedAt: Math.min(a.addedAt, b.addedAt),
    seenAt: least(a.seenAt, b.seenAt),
    changedAt: greatest(a.changedAt, b.changedAt),
  };
}

/** What is handed over adds to a card its pick, its tags, and its note below the own one; nothing that is here is changed. */
export function takeOver(mine: Added, theirs: Added): Added {
  return {
    note: bothNotes(mine.note, theirs.note),
    tags: boundedTags([...mine.tags, ...theirs.tags]),
    pickedAt: mine.pickedAt ?? theirs.pickedAt,
  };
}

/** Whether that is anything. */
export function addsTo(mine: Added, theirs: Added): boolean {
  const { note, tags, pickedAt } = takeOver(mine, theirs);
  return note !== mine.note || tags.length > mine.tags.length || pickedAt !== mine.pickedAt;
}

function bothNotes(mine: string | null, theirs: string | null): string | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  return mine.includes(theirs) ? mine : boundedNote(`${mine}\n${theirs}`);
}

/** Whether `a` goes before `b`: what was changed later, was added earlier, or else by what it says. */
function isFirst(a: Said, b: Said): boolean {
  const later = (a.changedAt ?? 0) - (b.changedAt ?? 0);
  const older = b.addedAt - a.addedAt;
  return (later || older || (textOf(a) <= textOf(b) ? 1 : -1)) > 0;
}

/** What is said more is never greater, so that a task merged with another still goes before that one. */
function textOf({ label, batch, shot, columns, note, tags, pickedAt }: Said): string {
  const cells = Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([label, batch?.id, batch?.name, shot, note, tags, pickedAt, cells]);
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
