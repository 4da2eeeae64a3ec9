import type { AuthScheme } from '~/core/auth-scheme';

/**
 * What a stretch of pasted text is. `maybe` may be a task and `doubt` may be a key or a task: both are offered, never
 * taken. A `link` is one that no key is ever sent to.
 */
const SEGMENT_KINDS = ['key', 'id', 'maybe', 'doubt', 'name', 'address', 'link', 'other'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Why no key is sent to a link: it is this page, a document or chat, or a file. */
export type LinkReason = 'own-page' | 'document' | 'file';

/**
 * How the text shows that an address is a service's: a look-up (it has an id, `/v1` or a request around it), a word
 * before it (`base`, `接口`), or nothing but being a link.
 */
export type Evidence = 'look-up' | 'named' | 'link';

/** A stretch of text and what it is. Offsets are in the text as pasted. */
export interface Segment {
  kind: SegmentKind;
  /** As written. */
  text: string;
  /** The key, the address, the name, or the id (decoded if it was part of a URL). */
  value: string;
  start: number;
  end: number;
  /** Of a task: the name that the text gives it, and the shot it is a take of. */
  label: string | null;
  shot: string | null;
  /** Of a task in a table: its other cells by heading. */
  columns: Readonly<Record<string, string>>;
  /** Of a key: how the text says that it is sent; null if it does not. */
  scheme: AuthScheme | null;
  /** Of a key: which half of a pair it is (`AK: … SK: …`). */
  half: 'access' | 'secret' | null;
  /** Of an address. */
  evidence: Evidence | null;
  /** Of a link. */
  reason: LinkReason | null;
}

/** What a person, or the page, knows beyond the text. */
export interface Given {
  /** Masked keys at known places. */
  known?: readonly KnownKey[];
  /** The page's own origin, such as `https://rushes.example.com`: never a service. */
  ownOrigin?: string | null;
  corrections?: readonly Correction[];
  /** What columns hold, by heading, as a person corrected it. */
  columns?: ReadonlyMap<string, ColumnRole>;
}

/** A masked key, or a masked `doubt`, at a known place. */
export interface KnownKey {
  start: number;
  end: number;
  apiKey: string;
  kind: 'key' | 'doubt';
}

/** What a person said a piece is; `alike` includes every piece of the same shape. */
export interface Correction {
  value: string;
  kind: Extract<SegmentKind, 'key' | 'id' | 'name' | 'address' | 'other'>;
  alike: boolean;
}

/** What a column of a table holds; `keep` is kept under its heading. */
export const COLUMN_ROLES = [
  'task',
  'key',
  'address',
  'name',
  'shot',
  'client',
  'note',
  'keep',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A table in the text. */
export interface Table {
  start: number;
  end: number;
  /** Headings as written; columns without one are called by their number, from `1`. */
  head: string[];
  roles: ColumnRole[];
  rows: TableRow[];
}

/** Why a row becomes no task. */
export type RowProblem = 'no-id' | 'repeated' | 'shortened';

export interface TableRow {
  /** From 1, without the heading. */
  number: number;
  start: number;
  end: number;
  cells: string[];
  problem: RowProblem | null;
  /** The number of the row with the same task, if it is `repeated`. */
  sameAs: number | null;
}

/** Everything that is read from a text. */
export interface Analysis {
  /** In order and without gaps. */
  segments: Segment[];
  tables: Table[];
}
