import { Claims } from './claims';
import type { Analysis, Given, Segment, SegmentKind } from './segment';
import {
  claimFields,
  isCount,
  isWeak,
  kindOf,
  plainIdKind,
  shapedIdKind,
  withoutParts,
} from './fields';
import { isCalledId, isKey, KEY_SHAPES, MASKED } from './key-shapes';
import { namesOf } from './names';
import { BLOB, ID_SHAPES, IN_PROSE, mayBeId, PLAIN_ID_SHAPES, STRUCTURE, WORD } from './shapes';
import { claimColumns, claimGivenColumns } from './tables';
import { claimLists } from './tables-lists';
import { claimUrls } from './urls';

/** Longer texts are analysed up to here, in characters; the rest counts as other text. */
export const MAX_TEXT = 1_000_000;

/**
 * Cuts a text into segments, in order and without gaps. Never throws, in linear time. Nothing confirms that an id
 * exists, so whatever is not clearly an id but may be one is a `maybe`, for the person to decide.
 */
export function analyse(text: string, given: Given = {}): Analysis {
  const read = upTo(text, MAX_TEXT).replaceAll(SEPARATOR, (mark) => ' '.repeat(mark.length));
  const claims = new Claims(read);
  for (const { kind, start, end, apiKey } of given.known ?? []) {
    claims.claim(kind, start, end, apiKey);
  }
  claimGivenColumns(claims, given.columns);
  claims.each(BLOB, (blob) => (BASE64_ID.test(blob) ? null : 'other'));
  claimUrls(claims);
  for (const shape of KEY_SHAPES) {
    claims.each(shape, (value, start) =>
      isKey(value) && !isCalledId(read, value, start) ? 'key' : null,
    );
  }
  claimMasked(claims);
  for (const shape of ID_SHAPES) {
    claims.each(shape, (value, start) => shapedIdKind(read, value, start));
  }
  claimFields(claims);
  claimColumns(claims, given.columns);
  claimLists(claims);
  for (const shape of PLAIN_ID_SHAPES) {
    claims.each(shape, (value, start) => plainIdKind(read, value, start));
  }
  claims.each(WORD, (word, start) =>
    mayBeId(word) && !isCount(read, word, start) ? 'maybe' : null,
  );
  if (claims.has('id') || claims.has('key')) claimLonelyWords(claims);
  const segments = withoutParts(read, keysAgain(claims.segments(text)));
  const bare = isBareList(segments);
  const clear = claims.has('id');
  const beside = standBesideIds(segments);
  const settled = segments.map((segment, index) =>
    settle(segment, bare && beside[index] === false, clear && isWeak(read, segment)),
  );
  return namesOf(text, settled, given);
}

/** Separates like whitespace: line ends and tabs that logs write as two characters, and `address----key----id`. */
const SEPARATOR = /\\+(?:[nr]|t(?!ask_))|-{4,}/g;

/** The text up to a length without cutting a word: half an id would be a wrong id. */
function upTo(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = /[A-Za-z0-9_\-:.+/=%]+$/.exec(text.slice(length - LONGEST_WORD, length));
  return text.slice(0, length - (tail?.[0].length ?? 0));
}

/** In characters; anything longer is not an id. */
const LONGEST_WORD = 2000;

/** An id can be a long base64 text too. */
const BASE64_ID = /^(?:video|task)_/;

/** If every line is a single word, words without digits may be ids too. */
function claimLonelyWords(claims: Claims): void {
  if (/\S[^\S\n\r]+\S/.test(claims.text)) return;
  claims.each(/^[^\S\n]*([A-Za-z][\w-]{3,60})[^\S\n]*$/gm, (word) =>
    word.replaceAll(STRUCTURE, '') === '' || kindOf(word, true) === null ? null : 'maybe',
  );
}

/** `EP01-SH003 sora-2:task_…`: words on the same line as a clear id are its name. Per segment, in text order. */
function standBesideIds(segments: readonly Segment[]): boolean[] {
  let line = 0;
  const lines = segments.map(({ text }) => {
    const own = line;
    line += text.split('\n').length - 1;
    return own;
  });
  const withId = new Set(lines.filter((_, index) => segments[index]?.kind === 'id'));
  return lines.map((own) => withId.has(own));
}

/** Nothing but tokens, one after another: then each is meant to be an id. */
function isBareList(segments: readonly Segment[]): boolean {
  return segments.every(
    ({ kind, text }) => kind !== 'other' || !/[\p{L}\p{N}]/u.test(text.replaceAll(STRUCTURE, '')),
  );
}

/** In a bare list, a `maybe` is an id; in a sentence, a short word such as `B2B` is not even a `maybe`. */
function settle(segment: Segment, bare: boolean, weak: boolean): Segment {
  if (segment.kind !== 'maybe') return segment;
  const offered: SegmentKind = isOffered(segment.value) && !weak ? 'maybe' : 'other';
  return { ...segment, kind: bare && /\d/.test(segment.value) ? 'id' : offered };
}

function isOffered(value: string): boolean {
  if (IN_PROSE.some((no) => no.test(value))) return false;
  return value.length > 4 || /[_:-]/.test(value) || !/[A-Za-z]/.test(value) || !/\d/.test(value);
}

/** Shortened keys and ids are useless; an id at the end of an unfinished sentence... is not. */
function claimMasked(claims: Claims): void {
  for (const { 0: whole, 1: head = '', 2: dots = '', 3: tail = '', index } of claims.text.matchAll(
    MASKED,
  )) {
    if (tail === '' && (head.length >= WHOLE_ID || (dots.length > 1 && mayBeId(head)))) continue;
    claims.claim('other', index, index + whole.length);
  }
}

/** Nobody shortens an id to this many characters. */
const WHOLE_ID = 20;

/** What is a key in one place is a key everywhere, even alone. */
function keysAgain(segments: Segment[]): Segment[] {
  const keys = new Set(segments.flatMap(({ kind, value }) => (kind === 'key' ? value : [])));
  return segments.map((segment) =>
    keys.has(segment.value) ? { ...segment, kind: 'key' } : segment,
  );
}
