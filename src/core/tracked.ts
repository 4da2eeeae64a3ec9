import type { TaskRef } from './answer';
import type { SaidAt } from './said-at';

/** The tasks added together. Two batches may have the same name. */
export interface Batch {
  id: string;
  /** Null if the person gave it none. */
  name: string | null;
}

/** A task the person tracks: a card. Only the person removes it. */
export interface TrackedTask extends TaskRef {
  /** The key used for look-ups; null if there is none, or no longer. */
  connectionId: string | null;
  /** Other keys of the same service that may know the task, likeliest first. */
  otherConnectionIds: string[];
  label: string | null;
  /** The batch it was added with. */
  batch: Batch | null;
  /** The shot it is a take of, as the paste named it. */
  shot: string | null;
  /** What else the paste said about it: heading → cell, in the person's own words. */
  columns: Columns;
  /** What the person wrote about it. */
  note: string | null;
  /** The person's own words for what it belongs to, each once. */
  tags: readonly string[];
  /** Epoch ms. */
  addedAt: number;
  /** Epoch ms when the person first saw it finished; null means *New*. */
  seenAt: number | null;
  /** Epoch ms when the person picked it as the best take; null if not picked. */
  pickedAt: number | null;
  /** Epoch ms when the person last changed what is said about it, in any browser; null if never. */
  changedAt: number | null;
  /** The same for each part of it; left out if never. */
  saidAt?: SaidAt | undefined;
}

/** Cells of a pasted table by heading. */
export type Columns = Readonly<Record<string, string>>;

/** The longest texts a paste or a person may give a task, in characters, and how many columns and tags. */
export const PASTED_LIMITS = {
  shot: 200,
  columns: 50,
  heading: 120,
  cell: 2000,
  note: 2000,
  tags: 30,
  tag: 60,
} as const;

/** Columns as they may be stored: without empty cells, and bounded. */
export function boundedColumns(columns: Columns): Columns {
  const { columns: most, heading, cell } = PASTED_LIMITS;
  return Object.fromEntries(
    Object.entries(columns)
      .map(([name, text]) => [name.trim().slice(0, heading), text.trim().slice(0, cell)] as const)
      .filter(([name, text]) => name !== '' && text !== '')
      .slice(0, most),
  );
}

/** Whether a value is columns as `boundedColumns` leaves them. */
export function isBoundedColumns(value: unknown): value is Columns {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const cells = Object.entries(value);
  return (
    cells.length <= PASTED_LIMITS.columns &&
    cells.every(
      ([heading, cell]: [string, unknown]) =>
        heading.length <= PASTED_LIMITS.heading &&
        typeof cell === 'string' &&
        cell.length <= PASTED_LIMITS.cell,
    )
  );
}

/** A note as it may be stored; null without text. */
export function boundedNote(note: string | null): string | null {
  return note?.trim().slice(0, PASTED_LIMITS.note) || null;
}

/** Tags as they may be stored: on one line, each once, and bounded. */
export function boundedTags(tags: readonly string[]): readonly string[] {
  const words = tags.map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, PASTED_LIMITS.tag));
  return [...new Set(words.filter((tag) => tag !== ''))].slice(0, PASTED_LIMITS.tags);
}

/** Whether a value is tags as `boundedTags` leaves them. */
export function isBoundedTags(value: unknown): value is TrackedTask['tags'] {
  return (
    Array.isArray(value) &&
    value.length <= PASTED_LIMITS.tags &&
    value.every((tag) => typeof tag === 'string' && tag.length <= PASTED_LIMITS.tag)
  );
}
