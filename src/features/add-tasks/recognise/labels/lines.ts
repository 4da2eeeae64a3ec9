import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { cellsIn } from '~/features/add-tasks/recognise/tables/grid';
import { isCoded, isTake, plausible } from './plausible';
import { stretch, type Line, type Name, type Page } from './naming';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** Longer lines contain no names, in characters. */
const LONGEST_LINE = 2000;
const BULLET =
  /^[\s>]*(?:[-*•]\s+|[・■□◆◇●○★☆▶►※①-⑳]\s*|\d{1,3}[.)、．]\s*)?(?:\[[ xX]?\]\s*)?["'`]{0,3}|["'`,;，；\s]{1,8}$/g;
/** Anything longer, in characters, or with punctuation of a sentence, is not a name. */
const LONGEST = 40;
const LONGEST_BESIDE = 200;
const SENTENCE = /[,.!?;，。！？；~～@<>()[\]{}|]|(?:\S+\s+){5}/;
const STATE =
  /^(?:queued|pending|running|processing|completed|succeeded|success|done|ready|failed|error|cancell?ed|please|pls|and|also|this|that|the|here|watch|check|submit|hi|hello|hey|dear|thanks?|thx|good morning|morning|还有|大家好|你好|您好|嗨|老师|麻烦|辛苦|(?!.*[\u3040-\u30ff])[这這那和已请請帮幫再])(?![a-z])/i;

/** Brackets around a name, before and after an id. */
const IN_BRACKETS = `[【「『《〈[(（“]\\s*([^【】「」『』《》〈〉[\\]()（）“”\\n]{1,80})[】」』》〉\\])）”]`;
/** Names before an id: a link's text, bold text, words in brackets, words before a colon or an arrow. */
const BEFORE: readonly RegExp[] = [
  /\[([^[\]]{2,80})\]\(\s*$/d,
  /\*\*([^*]{2,80})\*\*[\s:：=–—-]{0,9}["'`]{0,3}$/d,
  new RegExp(
    `^[\\s>]*(?:[-*•]\\s+|\\d{1,3}[.)、]\\s*)?${IN_BRACKETS}[\\s:：=>–—→-]{0,9}["'\`*]{0,3}$`,
    'd',
  ),
  /^[\s>]*(?:[-*•]\s+|[・■□◆◇●○★☆▶►※①-⑳]\s*|\d{1,3}[.)、．]\s*)?(?:\[[ xX]?\]\s*)?["'“「]?([^\s[\]][^[\]]{1,80}?)["'”」]?\s*(?:[:：=]|\s[-–—]|[-=]>|→)\s*["'「“`*]*$/d,
  new RegExp(`${IN_BRACKETS}[\\s:：=>–—→-]{0,9}["'\`*]{0,3}$`, 'd'),
];
/** Names after an id: in brackets, or behind a dash, an arrow or a hash. */
const AFTER: readonly RegExp[] = [
  new RegExp(`^[\\s"'」”\`*]{0,9}${IN_BRACKETS}[,;，；。]?\\s*$`, 'd'),
  /^["'`*]{0,3}\s{0,9}(?:[-–—]{1,2}|#|\/\/|[-=]>|→|←|<-|[:：])\s{1,9}(\S[^\n]{0,80})$/d,
];

const NUMBERED_LINE = /^\s*\d{1,3}[.)、．]\s*$/;

/** The text around an id that is the only one on its line. */
interface Place {
  segment: Segment;
  line: Line;
}

/** Names on the lines of ids. */
export function namesOnLines({ plain, lines }: Page): Map<Segment, Name> {
  const names = new Map<Segment, Name>();
  const nameless: Place[] = [];
  for (const line of lines) {
    const [segment] = line.ids;
    if (!segment || line.ids.length > 1 || line.end - line.start > LONGEST_LINE) continue;
    const name = line.names[0] ?? nameOnLine(plain, line, segment);
    if (name) names.set(segment, name);
    else nameless.push({ segment, line });
  }
  for (const [segment, name] of namesBeside(plain, nameless)) names.set(segment, name);
  return names;
}

function nameOnLine(plain: string, line: Line, { start, end }: Segment): Name | null {
  if (/[{}]/.test(plain.slice(line.start, line.end))) return null;
  const cell = cellBeside(plain, line, start);
  if (cell !== null) return cell;
  const aligned = cellAligned(plain, line, start, end);
  if (aligned) return aligned;
  const named = nameBefore(plain, line, start);
  if (named) return isName(named) ? named : null;
  const after = plain.slice(end, line.end);
  const [bracketed, behind] = AFTER.map((shape) => groupOf(shape, after, end));
  if (bracketed) return isName(bracketed) ? bracketed : null;
  if (!behind) return null;
  // In a numbered list a comma is part of the name: `1. task_… – Kitchen, wide`.
  const said = NUMBERED_LINE.test(plain.slice(line.from, start))
    ? behind.text.replaceAll(/[,，、]/g, '')
    : behind.text;
  return short(said) === null ? null : behind;
}

/** The first of the columns that spaces align, if the id is one of them. */
function cellAligned(plain: string, line: Line, start: number, end: number): Name | null {
  const before = plain.slice(line.from, start);
  const after = plain.slice(end, line.end);
  if (!/\S\s{2,}$/.test(before) || !/^(?:\s{2,}\S|\s*$)/.test(after)) return null;
  const first = stretch(
    before,
    0,
    before.trimStart().search(/\s{2,}/) + (before.length - before.trimStart().length),
  );
  return short(first.text) === null ? null : shifted(first, line.from);
}

/** What brackets, a colon or an arrow mark as the name of what follows. */
export function nameBefore(plain: string, line: Line, at: number): Name | null {
  const before = plain.slice(line.from, at);
  return BEFORE.map((shape) => groupOf(shape, before, line.from)).find((name) => name) ?? null;
}

function groupOf(shape: RegExp, text: string, at: number): Name | null {
  const span = shape.exec(text)?.indices?.[1];
  return span ? shifted(stretch(text, span[0], span[1]), at) : null;
}

function shifted({ text, start, end }: Name, by: number): Name {
  return { text, start: start + by, end: end + by };
}

function isName({ text }: Name): boolean {
  return plausible(text) !== null;
}

/** The first name in a row, if the id has a cell to itself: `good morning, video_1 is late` is not a row. */
function cellBeside(plain: string, line: Line, at: number): Name | null {
  const cells = cellsIn(plain, line.start, line.end);
  const own = cells.findLast(({ from }) => from <= at);
  return own?.text === '' ? (cells.find(isName) ?? null) : null;
}

/** How lists put names next to ids without punctuation: `Harbour video_…`, `video_… Harbour`. */
const FORMS: readonly ((plain: string, place: Place) => Name | null)[] = [
  (plain, { line, segment }) => besides(plain, [line.from, segment.start], [segment.end, line.end]),
  (plain, { line, segment }) => besides(plain, [segment.end, line.end], [line.from, segment.start]),
];

/** Names without a colon or the like: only if there are at least two lines and all have the same form, or numbered. */
function namesBeside(plain: string, places: readonly Place[]): Map<Segment, Name> {
  const coded = new Map<Segment, Name>();
  for (const form of FORMS) {
    const names = new Map<Segment, Name>();
    for (const place of places) {
      const name = form(plain, place);
      if (name === null) continue;
      names.set(place.segment, name);
      if (isCoded(name.text) || isTake(name.text)) coded.set(place.segment, name);
    }
    const differ = new Set([...names.values()].map(({ text }) => text)).size === places.length;
    if (places.length > 1 && differ) return names;
  }
  return coded;
}

type Span = readonly [from: number, to: number];

function besides(plain: string, own: Span, other: Span): Name | null {
  if (own[1] - own[0] > LONGEST_BESIDE || other[1] - other[0] > LONGEST_BESIDE) return null;
  if (bare(plain.slice(...other)) !== '') return null;
  const raw = plain.slice(...own);
  const text = short(bare(raw));
  return text === null
    ? null
    : shifted(stretch(raw, raw.indexOf(text), raw.indexOf(text) + text.length), own[0]);
}

function bare(text: string): string {
  return text.trim().replaceAll(BULLET, '').trim();
}

/** The text as a name if nothing marks it as one: it is short and no part of a sentence. */
export function short(name: string): string | null {
  if (name.length > LONGEST || SENTENCE.test(name)) return null;
  return STATE.test(name) || learnt.words.isGreeting(name) ? null : plausible(name);
}
