import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { short } from './lines';
import { isCoded, isShotCode, isTake, plausible } from './plausible';
import { stretch, type Line, type Name, type Naming, type Namings, type Page } from './naming';
import type { Segment } from '~/features/add-tasks/recognise/analysis';
import { FAMILIES } from '~/features/add-tasks/recognise/shapes';

/** A line that may name the tasks below it. */
interface Heading {
  name: Name;
  indent: number;
  /** Marked as a heading, or numbered as a shot: enough alone. */
  sure: boolean;
  take: boolean;
  ids: Segment[];
}

/** Longer lines are no headings, in characters. */
const LONGEST_LINE = 200;
const LONGEST = 60;
/** Bullets, numbers, marks of Markdown, and rules around a heading. */
const LEAD =
  /^[\s>]*(?:(?:#{1,6}|[-*•·・■□◆◇●○★☆▶►※]|\d{1,3}[.)、．]|[（(]\d{1,3}[)）]|[①-⑳]|\[[ xX]?\])\s*|[=~_*─—–-]{2,}\s*|[\p{Extended_Pictographic}\uFE0F]+\s*|["'“])*/u;
const TRAIL =
  /(?:[\s:：=~_*─—–,，、#"'”[{\-\p{Extended_Pictographic}\uFE0F]|[（(]\s*[x×]?\d+\s*(?:takes?|clips?|条|版|个|次)?\s*[)）])+$/u;
/** `Shot: SH010 Lighthouse`. */
const ANY_FIELD = /^[\s>*_-]*\p{L}[\p{L} _]{0,30}[:：]/u;
const FIELD = /^[\s>*_-]*([^\s*_:：][^*_:：]{0,30}?)[\s*_]*[:：]\s*(?=\S)/;
const PART = /^(?:shot|scene|sequence|镜头|场次|分镜)$/i;
const DECORATED =
  /^[\s>]*(?:#{1,6}\s|[■□◆◇●★☆▶►]|\*\*|[=─]{2,}|\d{1,3}[.)、．]\s*(?!$)|[①-⑳]|[【「『《])/;
const BRACKETS: Readonly<Record<string, string>> = {
  '【': '】',
  '「': '」',
  '『': '』',
  '《': '》',
  '[': ']',
  '（': '）',
  '(': ')',
};
/** Times, dates and addresses: who wrote a message when. */
const STAMP = /\d{1,2}[:：]\d{2}|\d{4}[-/.年]\d{1,2}|@|\/\//;
/** A line of a program. */
const CODE = /(?<!=)=(?!=)\s*[[{("'\d]|;\s*$|^\s*(?:const|let|var|def|import|return|for|if)\s/;
/** What a list is of, and who it is for: no shot. */
const GENERIC = new RegExp(
  `^(?:data|results?|items?|list|outputs?|links?|urls?|queue|batch(?:es)?|new|old|todo|updates?|today|yesterday|tomorrow|清单|列表|结果|链接|今天|昨天|明天|(?:(?:${FAMILIES}|可灵|可靈|即夢|即梦|海螺|豆包|万相|通义|方舟|混元|智谱|清影)[\\s\\d.v-]{0,8}(?:pro|fast|turbo|master)?[\\s/+&、]{0,3}){1,4})$|(?:today|yesterday|tomorrow|this week)['’]?s .{0,40}|(?:如下|以下|清单|列表|任务|链接|(?<![a-z])(?:tasks|jobs|videos|renders|links|ids|clips|takes))$`,
  'i',
);

/** Headings over tasks, and names on lines of their own. `own` are the names on the lines of the tasks. */
export function namesAbove(
  page: Page,
  own: ReadonlyMap<Segment, Name>,
  isTaken: (line: Line) => boolean,
): Namings {
  const headings = accepted(page, headingsOf(page, own, isTaken), own);
  const { over, labels } = headings;
  const namings = new Map<Segment, Naming>();
  const shots = over.some(
    ({ ids }) => ids.length > 1 || ids.some((id) => own.has(id) || labels.has(id)),
  );
  for (const [segment, label] of labels) namings.set(segment, { label });
  for (const { ids, name } of over) {
    for (const id of ids) {
      namings.set(id, shots ? { ...namings.get(id), shot: name } : { label: name });
    }
  }
  return namings;
}

interface Found {
  over: Heading[];
  /** Names of takes on the line above each. */
  labels: Map<Segment, Name>;
}

function headingsOf(
  page: Page,
  own: ReadonlyMap<Segment, Name>,
  isTaken: (line: Line) => boolean,
): Found {
  const candidates = followed(page, isTaken);
  const over: Heading[] = [];
  const labels = new Map<Segment, Name>();
  let open: Heading | null = null;
  let take: Name | null = null;
  let gap = false;
  for (const line of page.lines) {
    if (isBlank(page, line)) {
      gap = true;
      continue;
    }
    const candidate = candidates.get(line);
    if (isTaken(line)) open = null;
    else if (line.ids.length > 0) {
      if (open && leaves(open, page, line, own, gap)) open = null;
      open?.ids.push(...line.ids);
      const [id] = line.ids;
      if (take && id && line.ids.length === 1 && !own.has(id)) labels.set(id, take);
    } else if (candidate?.take === true && open) take = candidate.name;
    else if (candidate) {
      open = candidate;
      over.push(open);
    } else if (gap) open = null;
    if (!candidate || candidate === open) take = null;
    gap = false;
  }
  return { over: over.filter(({ ids }) => ids.length > 0), labels };
}

/** After a blank line, a task further left or of another form no longer belongs to the heading. */
function leaves(
  { indent, ids }: Heading,
  page: Page,
  line: Line,
  own: ReadonlyMap<Segment, Name>,
  gap: boolean,
): boolean {
  const [first] = ids;
  if (!gap || !first) return false;
  const here = indentOf(page.plain.slice(line.start, line.ids[0]?.start));
  const inner = page.plain.lastIndexOf('\n', first.start) + 1;
  if (here <= indent && indentOf(page.plain.slice(inner, first.start)) > indent) return true;
  const [id] = line.ids;
  const name = id ? own.get(id) : undefined;
  return name !== undefined && !isTake(name.text) && isTake(own.get(first)?.text ?? 'take 1');
}

/** Lines that may be headings and stand above a task, or above the name of a take that does. */
function followed(page: Page, isTaken: (line: Line) => boolean): Map<Line, Heading> {
  const found = new Map<Line, Heading>();
  let directly: Line | null = null;
  // `Shot: SH010` may stand over `Client: Lumen`, too.
  let afterFields: Line | null = null;
  for (const line of page.lines.toReversed()) {
    if (isBlank(page, line)) continue;
    const isField = fieldIn(page.plain.slice(line.from, line.from + LONGEST_LINE)) !== null;
    const next = isField ? afterFields : directly;
    const below = next && found.get(next);
    const heads = next !== null && (next.ids.length > 0 || below?.take === true) && !isTaken(next);
    const heading = heads && !isTaken(line) ? headingAt(page, line) : null;
    if (heading && !(heading.take && below)) found.set(line, heading);
    directly = line;
    if (
      line.ids.length > 0 ||
      !ANY_FIELD.test(page.plain.slice(line.start, line.end).slice(0, LONGEST_LINE))
    )
      afterFields = line;
  }
  return found;
}

function isBlank({ plain }: Page, { start, end, finds }: Line): boolean {
  return finds.length === 0 && end - start <= LONGEST_LINE && plain.slice(start, end).trim() === '';
}

function headingAt({ plain }: Page, line: Line): Heading | null {
  const { from: start, end, finds, names } = line;
  if (finds.length > 0 || end - start > LONGEST_LINE) return null;
  const raw = plain.slice(start, end);
  const indent = indentOf(plain.slice(line.start, end));
  const [said] = names;
  if (said) return { name: said, indent, sure: true, take: isTake(said.text), ids: [] };
  const name = bareName(raw, start);
  if (CODE.test(raw)) return null;
  const coded = isCoded(name.text) || isTake(name.text);
  const sure = coded || DECORATED.test(raw) || fieldIn(raw) !== null;
  if (!isHeadingText(name.text, coded, sure)) return null;
  return { name, indent, sure, take: isTake(name.text), ids: [] };
}

/** The field before the name of a shot. */
function fieldIn(raw: string): string | null {
  const found = FIELD.exec(raw);
  const said = found?.[1] ?? '';
  return found && (PART.test(said) || learnt.words.isPartWord(said)) ? found[0] : null;
}

/** The name without what surrounds it on its line. */
function bareName(raw: string, at: number): Name {
  const from = (fieldIn(raw) ?? LEAD.exec(raw)?.[0] ?? '').length;
  const to = raw.length - (TRAIL.exec(raw.slice(from))?.[0].length ?? 0);
  const name = stretch(raw, from, Math.max(from, to));
  const close = BRACKETS[name.text[0] ?? ''];
  const whole = close !== undefined && name.text.indexOf(close) === name.text.length - 1;
  const inner = whole ? stretch(raw, name.start + 1, name.end - 1) : name;
  return { text: inner.text, start: inner.start + at, end: inner.end + at };
}

function isHeadingText(text: string, coded: boolean, sure: boolean): boolean {
  if (text === '' || text.length > LONGEST || STAMP.test(text) || isGeneric(text)) return false;
  if (isTake(text)) return true;
  if (!sure) return short(text) !== null;
  const ends = isTitled(text) ? ENDS : ENDS_OR_ASKS;
  if (ends.test(text) || text.split(/\s+/).length > 9) return false;
  return plausible(coded ? text.replaceAll(/[:：=]/g, ' ') : text) !== null || coded;
}

/** Sentences and programs have these, headings have not. */
const ENDS = /[;！？；。{}|<>]|\.$/;
const ENDS_OR_ASKS = /[!?]|[;！？；。{}|<>]|\.$/;
/** More words are a remark about the shot, and no title. */
const MOST_TITLED = 6;

/**
 * `SH020 Tea: house?`: few words after the code of a shot, of which the first has a capital, are its title, and may ask
 * or call out; what people say of a shot goes on in small letters, or is one word in capitals.
 */
function isTitled(text: string): boolean {
  const [code = '', ...words] = text.split(/\s+/);
  const [first = ''] = words.filter((word) => /\p{L}/u.test(word));
  return (
    isShotCode(code.replace(/[:：]$/, '')) &&
    words.length < MOST_TITLED &&
    /^["'“‘(]*\p{Lu}['’]?\p{Ll}/u.test(first)
  );
}

/** A line that nothing marks is a heading only beside another, or over takes that are set in or named. */
function accepted(page: Page, { over, labels }: Found, own: ReadonlyMap<Segment, Name>): Found {
  const several = new Set(over.map(({ name }) => name.text)).size > 1;
  const kept = over.filter(({ sure, indent, ids }) => {
    const first = ids[0];
    if (sure || several || !first) return true;
    const line = page.plain.lastIndexOf('\n', first.start) + 1;
    const name = own.get(first) ?? labels.get(first);
    return indentOf(page.plain.slice(line, first.start)) > indent || isTake(name?.text ?? '');
  });
  return { over: kept, labels };
}

/** Names what a list is of, and no shot. */
export function isGeneric(text: string): boolean {
  return GENERIC.test(text) || learnt.words.isList(text);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
