import { isId } from '~/features/add-tasks/recognise/segments';
import { isShotCode } from './plausible';
import type { Correction, Segment } from '~/features/add-tasks/recognise/analysis';

/** A stretch of text that names something. */
export interface Name {
  text: string;
  start: number;
  end: number;
}

/** What the text says about a task. */
export interface Naming {
  label?: Name;
  shot?: Name;
  columns?: Readonly<Record<string, string>>;
}
export type Namings = ReadonlyMap<Segment, Naming>;

export interface Line {
  start: number;
  end: number;
  /** Where it begins without who wrote it when: `[10:32, 28/11/2026] Maya: …`. */
  from: number;
  ids: Segment[];
  /** How many of them are certain. */
  clear: number;
  /** Keys, ids, addresses and links. */
  finds: Segment[];
  /** What a person said is a name. */
  names: Segment[];
}

/** A text as lines, with what was found on each. */
export interface Page {
  /** Without the finds: they are never part of a name. */
  plain: string;
  lines: Line[];
}

/** Reads lines; a shot's code, such as `SH010`, between clear ids is not one of them. */
export function pageOf(text: string, segments: readonly Segment[]): Page {
  const clear = segments.some(({ kind, text: word }) => kind === 'id' && !isShotCode(word));
  const lines = linesOf(text);
  const places: (Line | undefined)[] = [];
  let at = 0;
  for (const segment of segments) {
    while (segment.start > (lines[at]?.end ?? Infinity)) at += 1;
    const line = lines[at];
    places.push(line);
    if (line && segment.kind === 'id') line.clear += 1;
  }
  const plain = segments.map((segment, index) => {
    const line = places[index];
    const { kind } = segment;
    if (kind === 'name' && line) line.names = added(line.names, segment);
    if (kind === 'other' || kind === 'name') return segment.text;
    // `hero_010_t1 task_…`: what stands beside a clear id, or is a shot's code, may be its name.
    const beside = kind === 'maybe' && line?.clear === 1 && /[A-Za-z]/.test(segment.text);
    if (beside || (clear && isId(kind) && isShotCode(segment.text))) return segment.text;
    if (line) line.finds = added(line.finds, segment);
    if (line && isId(kind)) line.ids = added(line.ids, segment);
    return ' '.repeat(segment.text.length);
  });
  return { plain: plain.join(''), lines };
}

const STAMP =
  /^\s*\[?(?=[^\]\n]{0,30}\d[:：]\d\d)[\d/.:：,，\s年月日APMapm-]{5,30}\]?\s*(?:[-–]\s*)?[^\s:：\d][^:：\n]{0,39}[:：]\s+/;
const LONGEST_STAMP = 120;

/** Most lines hold nothing: they share one list. */
const NONE: Segment[] = [];

function added(list: Segment[], segment: Segment): Segment[] {
  if (list === NONE) return [segment];
  list.push(segment);
  return list;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start + (STAMP.exec(line.slice(0, LONGEST_STAMP))?.[0].length ?? 0);
    lines.push({
      start,
      end: start + line.length,
      from,
      ids: NONE,
      clear: 0,
      finds: NONE,
      names: NONE,
    });
    start += line.length + 1;
  }
  return lines;
}

/** The stretch between two places, without the space around it. */
export function stretch(text: string, from: number, to: number): Name {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const word = raw.trim();
  return { text: word, start, end: start + word.length };
}

/** What a person said is no name; `alike` stands for every name that differs only in its numbers. */
export function refusedBy(corrections: readonly Correction[] = []): (name: Name) => boolean {
  const not = corrections.filter(({ kind }) => kind !== 'name');
  const exact = new Set(not.map(({ value }) => value));
  const shapes = new Set(not.filter(({ alike }) => alike).map(({ value }) => shapeOf(value)));
  return ({ text }) => exact.has(text) || (shapes.size > 0 && shapes.has(shapeOf(text)));
}

function shapeOf(text: string): string {
  return text.replaceAll(/\d+/g, '0');
}
