import { isId } from './claims';
import type { Segment } from './segment';
import { objectsOf } from './fields-objects';
import { namesBeside, type Place } from './labels-lines';
import { plausible } from './labels-plausible';
import { cellsOf, titleCells } from './tables';

/** Longer lines contain no names, in characters. */
const LONGEST_LINE = 2000;

/** Adds names found in the text: a neighbouring cell, the words before a colon, a JSON title. */
export function labelsOf(text: string, segments: Segment[]): Segment[] {
  const lines = new Map<number, Segment[]>();
  const lineOf = lineFinder(text);
  for (const segment of segments) {
    if (!isId(segment.kind)) continue;
    const { start } = lineOf(segment.start);
    lines.set(start, [...(lines.get(start)?.slice(0, 1) ?? []), segment]);
  }
  const plain = withoutFinds(text, segments);
  const titles = titlesOf(plain, segments);
  const cells = titleCells(plain);
  const findLine = lineFinder(text);
  const nameless: Place[] = [];
  const named = segments.map((segment) => {
    if (!isId(segment.kind)) return segment;
    const { start, end } = findLine(segment.start);
    const alone = lines.get(start)?.length === 1 && end - start <= LONGEST_LINE;
    const title = titles.get(segment) ?? (alone ? cells.get(start) : undefined);
    if (title !== undefined) return { ...segment, label: title };
    const line = plain.slice(start, end);
    const label = alone ? nameOnLine(line, segment.start - start) : null;
    const unnamed = { ...segment, label };
    if (alone && label === null) nameless.push(placeOf(unnamed, line, start, plain));
    return unnamed;
  });
  const names = namesBeside(nameless);
  return named.map((segment) => ({ ...segment, label: names.get(segment) ?? segment.label }));
}

function placeOf(segment: Segment, line: string, start: number, plain: string): Place {
  const at = segment.start - start;
  const above = start < 2 ? 0 : plain.lastIndexOf('\n', start - 2) + 1;
  return {
    segment,
    before: line.slice(0, at),
    after: line.slice(at + segment.text.length),
    above: plain.slice(above, Math.max(above, start - 1)),
  };
}

/** Titles of JSON objects that contain exactly one id. */
function titlesOf(plain: string, segments: readonly Segment[]): Map<Segment, string> {
  const ids = segments.filter(({ kind }) => isId(kind));
  const titles = new Map<Segment, string>();
  for (const [segment, object] of objectsOf(plain, ids)) {
    const title = object.titles.length === 1 ? plausible(object.titles[0] ?? '') : null;
    const others = object.ids.size - Number(object.ids.has(segment.value));
    if (title !== null && others === 0) titles.set(segment, title);
  }
  return titles;
}

/** The text with keys, ids and addresses blanked out: they are never part of a name. */
function withoutFinds(text: string, segments: readonly Segment[]): string {
  return segments
    .map((segment) =>
      segment.kind === 'other'
        ? text.slice(segment.start, segment.end)
        : ' '.repeat(segment.text.length),
    )
    .join('');
}

/** Names before an id: a link's text, bold text, words before a colon or an arrow. */
const NAMES_BEFORE: readonly RegExp[] = [
  /\[([^[\]]{2,80})\]\(\s*$/,
  /\*\*([^*]{2,80})\*\*[\s:：=–—-]*["'`]*$/,
  /^[\s>]*(?:[-*•]\s+|\d{1,3}[.)、]\s*)?["'“「]?([^\s[\]][^[\]]{1,80}?)["'”」]?\s*(?:[:：=]|\s[-–—]|[-=]>|→)\s*["'「“`*]*$/,
];

function nameOnLine(line: string, at: number): string | null {
  if (/[{}]/.test(line)) return null;
  const cell = cellBeside(line, at);
  if (cell !== null) return cell;
  const before = line.slice(0, at);
  const named = NAMES_BEFORE.map((shape) => shape.exec(before)?.[1]).find(Boolean);
  if (named !== undefined) return plausible(named);
  const bracketed = /^[\s"'」”`*]*[（(]([^（()）]{2,80})[)）]\s*$/.exec(line.slice(at))?.[1];
  return bracketed === undefined ? null : plausible(bracketed);
}

/** The first name in a row, if the id has a cell to itself: `good morning, video_1 is late` is not a row. */
function cellBeside(line: string, at: number): string | null {
  const cells = cellsOf(line) ?? [];
  const own = cells.findLastIndex(({ from }) => from <= at);
  if (cells[own]?.text !== '') return null;
  return cells.map(({ text }) => plausible(text)).find((name) => name !== null) ?? null;
}

/** Finds the line at a position; positions must be ascending. */
function lineFinder(text: string): (at: number) => { start: number; end: number } {
  let line = { start: 0, end: endOf(text, 0) };
  return (at) => {
    while (at > line.end) line = { start: line.end + 1, end: endOf(text, line.end + 1) };
    return line;
  };
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
