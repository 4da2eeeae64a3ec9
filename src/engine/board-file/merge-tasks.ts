import { cellPart, partsOf, withSaidAt } from '~/core/said-at';
import {
  boundedNote,
  boundedTags,
  PASTED_LIMITS,
  type Columns,
  type TrackedTask,
} from '~/core/tracked';

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
  | 'saidAt'
>;

/** What somebody else may add to a card. */
type Added = Pick<TrackedTask, 'note' | 'tags' | 'pickedAt'>;

/**
 * What two boards say of the same task, together: of each part, a field or a cell, what was said last; and whatever only
 * one of them says. Merging again changes nothing, and neither does the order in which several are merged. `a` itself if
 * it says all of it.
 */
export function mergeTasks<T extends Said>(a: T, b: Said): T {
  const [mine, theirs] = [partsOf(a), partsOf(b)];
  const taken = new Set([...theirs.keys()].filter((part) => isLater(theirs, mine, part)));
  const said = <F extends keyof Said>(field: F): Said[F] => (taken.has(field) ? b : a)[field];
  const more = {
    tags: bothTags(a.tags, b.tags),
    addedAt: Math.min(a.addedAt, b.addedAt),
    seenAt: least(a.seenAt, b.seenAt),
    changedAt: greatest(a.changedAt, b.changedAt),
  };
  const isMine = (Object.keys(more) as (keyof typeof more)[]).every((one) => more[one] === a[one]);
  if (isMine && taken.size === 0) return a;
  const together = {
    ...a,
    ...more,
    label: said('label'),
    batch: said('batch'),
    shot: said('shot'),
    note: said('note'),
    pickedAt: said('pickedAt'),
    columns: bothColumns(a.columns, b.columns, taken),
  };
  return withSaidAt(together, (part) => (taken.has(part) ? theirs : mine).get(part)?.at ?? 0);
}

type Parts = ReturnType<typeof partsOf>;

/** Whether theirs counts: only they say it, or they said it later; of two at once, one that does not depend on who asks. */
function isLater(theirs: Parts, mine: Parts, part: string): boolean {
  const [one, other] = [theirs.get(part), mine.get(part)];
  if (!one || !other) return one !== undefined;
  return one.at > other.at || (one.at === other.at && one.text < other.text);
}

/** Of more than may be stored, of cells as of tags, always the same ones are left out. */
function bothColumns(mine: Columns, theirs: Columns, taken: ReadonlySet<string>): Columns {
  const others = Object.entries(theirs).filter(([heading]) => taken.has(cellPart(heading)));
  const cells = [...new Map([...Object.entries(mine), ...others])];
  if (cells.length > PASTED_LIMITS.columns) cells.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(cells.slice(0, PASTED_LIMITS.columns));
}

/** Theirs behind one's own; `mine` itself if it has all of them. */
function bothTags(mine: Said['tags'], theirs: Said['tags']): Said['tags'] {
  const more = theirs.filter((tag) => !mine.includes(tag));
  if (more.length === 0) return mine;
  const all = [...mine, ...more];
  return boundedTags(all.length > PASTED_LIMITS.tags ? all.toSorted() : all);
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

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
