import { labelsOf } from './labels';
import {
  FILE_URL,
  HOST_SHAPE,
  ID_FIELD,
  ID_HEAD,
  ID_IN_URL,
  ID_SHAPES,
  KEY_SHAPES,
  MASKED_KEY,
  MAYBE_NUMBER,
  NO_ID,
  PLACEHOLDER_KEY,
  STRUCTURE,
  URL_SHAPE,
  WORD,
} from './shapes';

export type SegmentKind = 'key' | 'id' | 'maybe' | 'address' | 'other';

/** A stretch of the text and what it is. */
export interface Segment {
  kind: SegmentKind;
  /** As it is written. */
  text: string;
  /** The key, the address, or the id: decoded where it stood in a URL. */
  value: string;
  /** What the text calls this task. */
  label: string | null;
  start: number;
  end: number;
}

/** Longer texts are read up to here, in characters; the rest counts as other words. */
export const MAX_TEXT = 200_000;

/**
 * Cuts a text into stretches, in order and without gaps. Never throws. Ids are not checked against a list: what is
 * not clearly an id but may be one is a `maybe`, for the person to decide.
 */
export function analyse(text: string): Segment[] {
  const claims = new Claims(text.slice(0, MAX_TEXT));
  claimUrls(claims);
  claimKeys(claims);
  claims.each(MASKED_KEY, 'other');
  for (const shape of ID_SHAPES) claims.each(shape, 'id');
  claimColumns(claims);
  claims.each(
    ID_FIELD,
    'id',
    (value) => /[\d_:-]/.test(value) && !NO_ID.some((no) => no.test(value)),
  );
  claims.each(HOST_SHAPE, 'address');
  claims.each(WORD, 'maybe', mayBeId);
  const segments = claims.segments(text);
  return labelsOf(text, isBareList(segments) ? segments.map(asId) : segments);
}

/** The stretches that are taken, none of them overlapping. First come, first served. */
class Claims {
  readonly text: string;
  readonly #taken: Segment[] = [];
  /** One mark a character: looking a stretch up costs its length, however many there are. */
  readonly #marks: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.#marks = new Uint8Array(text.length);
  }

  claim(kind: SegmentKind, start: number, end: number, value = this.text.slice(start, end)): void {
    if (end <= start || this.#marks.subarray(start, end).includes(1)) return;
    this.#marks.fill(1, start, end);
    this.#taken.push({ kind, text: this.text.slice(start, end), value, label: null, start, end });
  }

  /** Claims every match, or its first group where it has one. */
  each(shape: RegExp, kind: SegmentKind, fits: (value: string) => boolean = () => true): void {
    for (const match of this.text.matchAll(shape)) {
      const value = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      if (fits(value)) this.claim(kind, start, start + value.length);
    }
  }

  segments(text: string): Segment[] {
    const all: Segment[] = [];
    let at = 0;
    const other = (end: number): void => {
      if (end <= at) return;
      const words = text.slice(at, end);
      all.push({ kind: 'other', text: words, value: words, label: null, start: at, end });
    };
    for (const segment of this.#taken.toSorted((a, b) => a.start - b.start)) {
      other(segment.start);
      all.push(segment);
      at = segment.end;
    }
    other(text.length);
    return all;
  }
}

/** An address may carry an id: then it is both, one after the other. */
function claimUrls(claims: Claims): void {
  for (const match of claims.text.matchAll(URL_SHAPE)) {
    const url = match[0].replace(/[.,;:!?)]+$/, '');
    const { index: start } = match;
    const end = start + url.length;
    const inside = ID_IN_URL.map((shape) => shape.exec(url)).find((found) => found !== null);
    const id = inside?.[1];
    if (inside && id !== undefined && decoded(id).trim() !== '') {
      const idStart =
        start + inside.index + inside[0].indexOf(id, inside[0].search(/[=]|\/[^/]*$/));
      claims.claim('address', start, idStart, url);
      claims.claim('id', idStart, idStart + id.length, decoded(id));
      claims.claim('other', idStart + id.length, end);
    } else claims.claim(FILE_URL.test(url) ? 'other' : 'address', start, end);
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function claimKeys(claims: Claims): void {
  const real = (value: string): boolean =>
    !PLACEHOLDER_KEY.test(value) && /\d|[A-Z]|.{24}/.test(value);
  for (const shape of KEY_SHAPES) claims.each(shape, 'key', real);
}

const DELIMITERS = /[\t,;|]/;

/** In a table with a column of ids, the cells of that column are ids. */
function claimColumns(claims: Claims): void {
  let at = 0;
  let column = -1;
  for (const line of claims.text.split('\n')) {
    const cells = line.split(DELIMITERS);
    const head = cells.length > 1 ? cells.findIndex((cell) => ID_HEAD.test(cell.trim())) : -1;
    const cell = cells[column];
    if (head >= 0) column = head;
    else if (cell !== undefined && cells.length > 1) {
      const offset = cells.slice(0, column).reduce((sum, before) => sum + before.length + 1, 0);
      const value = cell.trim().replaceAll(/^["']|["']$/g, '');
      const start = at + offset + cell.indexOf(value);
      if (/^[\w\-:.+/=%]{3,200}$/.test(value)) claims.claim('id', start, start + value.length);
    } else column = -1;
    at += line.length + 1;
  }
}

function mayBeId(word: string): boolean {
  if (word.length < 3 || NO_ID.some((no) => no.test(word))) return MAYBE_NUMBER.test(word);
  return /\d/.test(word) && /[A-Za-z]/.test(word);
}

/** Nothing but tokens, one after the other: then each of them is meant to be an id. */
function isBareList(segments: readonly Segment[]): boolean {
  return segments.every(
    ({ kind, text }) => kind !== 'other' || !/[\p{L}\p{N}]/u.test(text.replaceAll(STRUCTURE, '')),
  );
}

function asId(segment: Segment): Segment {
  return segment.kind === 'maybe' ? { ...segment, kind: 'id' } : segment;
}
