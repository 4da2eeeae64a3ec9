import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import { bare, Segments } from './segments';
import { joinBrokenKeys } from './continued';
import { corrected } from './corrections';
import { claimDoubts } from './doubts';
import {
  claimFields,
  isCount,
  isWeak,
  kindOf,
  plainIdKind,
  shapedIdKind,
  wordKind,
} from '~/features/add-tasks/recognise/fields/fields';
import { withoutParts } from '~/features/add-tasks/recognise/fields/parts';
import { claimKeyColumns } from '~/features/add-tasks/recognise/tables/key-columns';
import { claimNamed } from '~/features/add-tasks/recognise/keys/names';
import { isKey, KEY_SHAPES, PEM } from '~/core/key-shapes';
import { isCalledId, MASKED } from '~/features/add-tasks/recognise/keys/shapes';
import { isShortened, WHOLE_ID, withoutMarks } from '~/features/add-tasks/recognise/keys/ends';
import { keysEverywhere } from '~/features/add-tasks/recognise/keys/everywhere';
import { namesOf } from '~/features/add-tasks/recognise/labels/names';
import { forgetNames } from './nouns';
import { normalised, type Normalised } from './normalise';
import { claimGluedPairs, withPairs } from '~/features/add-tasks/recognise/keys/pairs';
import type { Analysis, Given, Segment } from './analysis';
import { mayBeListed, settle } from './settle';
import { BLOB, ID_SHAPES, mayBeId, PLAIN_ID_SHAPES, STRUCTURE, WORD } from './shapes';
import { claimColumns, claimGivenColumns } from '~/features/add-tasks/recognise/tables/tables';
import { claimLists } from '~/features/add-tasks/recognise/tables/lists';
import { claimUrls } from '~/features/add-tasks/recognise/addresses/urls';

/** Longer texts are analysed up to here, in characters; the rest counts as other text. */
export const MAX_TEXT = 1_000_000;

/**
 * Cuts a text into segments, in order and without gaps. Never throws, in linear time. Nothing confirms that an id
 * exists, so whatever is not clearly an id but may be one is a `maybe`, for the person to decide; what may be a key is
 * a `doubt`.
 */
export function analyse(text: string, given: Given = {}): Analysis {
  const plain = normalised(upTo(text, MAX_TEXT));
  const claims = claimsOf(plain, given);
  const read = claims.text;
  const { corrections = [] } = given;
  const unkeyed = new Set(corrections.flatMap(({ kind, value }) => (kind === 'key' ? [] : value)));
  const segments = withoutParts(read, keysEverywhere(claims.segments(plain.text), unkeyed));
  const isList = isBareList(segments);
  const clear = claims.has('id');
  const beside = standBesideIds(segments);
  const settled = segments.map((segment, index) =>
    settle(segment, {
      isListed: isList && beside[index] === false && mayBeListed(read, segment, clear),
      isWeak: clear && isWeak(read, segment),
    }),
  );
  const said = keysEverywhere(corrected(settled, corrections), unkeyed);
  const analysis = namesOf(text, asPasted(withPairs(said), text, plain), given);
  forgetNames();
  learnt.words.forgetReadings();
  return analysis;
}

/** Segments everything that shows what it is, the most certain first. */
function claimsOf(plain: Normalised, { known = [], ownOrigin = null, columns }: Given): Segments {
  const claims = new Segments(plain.text.replaceAll(SEPARATOR, (mark) => ' '.repeat(mark.length)));
  const read = claims.text;
  for (const { kind, start, end, apiKey } of known)
    claims.claim(kind, plain.read(start), plain.read(end), apiKey);
  claimGivenColumns(claims, columns);
  for (const { 0: key, index } of plain.text.matchAll(PEM))
    claims.claim('key', index, index + key.trimEnd().length, key.trimEnd());
  claims.each(BLOB, (blob, start) => {
    if (BASE64_ID.test(blob)) return null;
    const called = blob.length > LONGEST_WORD ? null : calledBefore(read, start);
    return called?.kind === 'key' || called?.kind === 'id' || called?.kind === 'bare-id'
      ? null
      : 'other';
  });
  claims.each(MENTION, 'other');
  claims.each(RESOURCE, 'other');
  claimUrls(claims, ownOrigin);
  claimGluedPairs(claims);
  claimKeyShapes(claims);
  claimKeyColumns(claims);
  claimNamed(claims);
  joinBrokenKeys(claims);
  claimMasked(claims);
  for (const shape of ID_SHAPES) {
    claims.each(shape, (value, start) => shapedIdKind(read, value, start));
  }
  claimFields(claims);
  claimColumns(claims, columns);
  claimLists(claims);
  claimDoubts(claims);
  for (const shape of PLAIN_ID_SHAPES) {
    claims.each(shape, (value, start) => plainIdKind(read, value, start));
  }
  claims.each(WORD, (word, start) =>
    mayBeId(word) && !isCount(read, word, start) ? wordKind(read, word, start) : null,
  );
  if (claims.has('id') || claims.has('key')) claimLonelyWords(claims);
  return claims;
}

/** Separates like whitespace: line ends and tabs that logs write as two characters, and `address----key----id`. */
const SEPARATOR = /(?<!\\)\\+(?:[nr]|t(?!ask_))|-{4,}/g;

function claimKeyShapes(claims: Segments): void {
  for (const shape of KEY_SHAPES) {
    for (const match of claims.text.matchAll(shape)) {
      const found = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(found);
      const value = withoutMarks(claims.text, found, start);
      if (
        isKey(value) &&
        !isShortened(claims.text, start, value) &&
        !isCalledId(claims.text, value, start)
      )
        // A phone begins a line with a capital.
        claims.claim('key', start, start + value.length, value.replace(/^Sk-/, 'sk-'));
    }
  }
  for (const key of claims.of('key')) {
    const { scheme = null, half = null } = calledBefore(claims.text, key.start) ?? {};
    key.scheme ??= scheme;
    key.half ??= half;
  }
}

/** The segments of the text as pasted. */
function asPasted(segments: readonly Segment[], text: string, plain: Normalised): Segment[] {
  if (plain.text === text) return [...segments];
  const placed: Segment[] = [];
  let start = 0;
  segments.forEach((segment, index) => {
    const end = index === segments.length - 1 ? text.length : plain.pasted(segment.end);
    const own = text.slice(start, end);
    placed.push({
      ...segment,
      start,
      end,
      text: own,
      value: segment.kind === 'other' ? own : segment.value,
    });
    start = end;
  });
  if (start < text.length)
    placed.push(
      bare({
        kind: 'other',
        text: text.slice(start),
        value: text.slice(start),
        start,
        end: text.length,
      }),
    );
  return placed;
}

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

/** How chats write people, channels and pictures. */
const MENTION = /<(?:[@#][!&]?|a?:\w{2,32}:)\d{15,24}>/g;

/** What clouds call something that is no invocation, and where they store files. */
const RESOURCE =
  /(?<![A-Za-z0-9])(?:arn:aws[\w-]{0,10}:(?!bedrock:)[\w:/.*-]{8,300}|(?:s3|gs|oss|tos|cos|obs|hdfs|file):\/\/[^\s"'<>|,，。；、]{3,600})/g;

/** If every line is a single word, words without digits may be ids too. */
function claimLonelyWords(claims: Segments): void {
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

/** Shortened keys and ids are useless; an id at the end of an unfinished sentence... is not. */
function claimMasked(claims: Segments): void {
  for (const { 0: whole, 1: head = '', 2: dots = '', 3: tail = '', index } of claims.text.matchAll(
    MASKED,
  )) {
    if (tail === '' && (head.length >= WHOLE_ID || (dots.length > 1 && mayBeId(head)))) continue;
    claims.claim('other', index, index + whole.length);
  }
}
