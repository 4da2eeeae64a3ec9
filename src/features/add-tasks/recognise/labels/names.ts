import { bare, isId } from '~/features/add-tasks/recognise/segments';
import { ignoredBy } from '~/features/add-tasks/recognise/corrections';
import { namesAbove } from './headings';
import { namesOnLines } from './lines';
import { namesInMaps } from './maps';
import { namesOfRows } from './rows';
import { namesInRecords } from './records';
import { tablesIn } from './in-tables';
import { isCoded, isTake } from './plausible';
import { pageOf, refusedBy, type Line, type Name, type Naming, type Namings } from './naming';
import type { Analysis, Given, Segment, Table } from '~/features/add-tasks/recognise/analysis';

/**
 * Adds what the text calls its tasks: names, shots and the other cells of tables, in linear time. What a person ignored
 * is no words: the line of an ignored id names nothing.
 */
export function namesOf(text: string, found: readonly Segment[], given: Given): Analysis {
  const isIgnored = ignoredBy(given.corrections);
  const ignored = new Set(found.flatMap((one) => (isIgnored(one) ? one.start : [])));
  if (ignored.size === 0) return named(text, found, given);
  // It keeps its place among the takes of its shot.
  const hidden = found.map((one): Segment =>
    ignored.has(one.start) ? { ...one, kind: 'id' } : one,
  );
  const { segments, tables } = named(text, hidden, given);
  return {
    tables,
    segments: segments.map((one) =>
      ignored.has(one.start) ? bare({ ...one, kind: 'other' }) : one,
    ),
  };
}

function named(text: string, found: readonly Segment[], given: Given): Analysis {
  const before = pageOf(text, found);
  const { tables, segments, namings: byTable } = tablesIn(before.plain, text, found, given.columns);
  const page = segments === found ? before : pageOf(text, segments);
  const byRecord = namesInRecords(page, text, segments);
  const onLines = namesOnLines(page);
  const byMap = namesInMaps(text, page.plain, segments);
  const inTable = inTables(tables);
  const byRow = namesOfRows(page, inTable);
  const byHeading = namesAbove(page, onLines, inTable);
  const byLine = repeatedAreShots(onLines, byHeading, byRow.size > 0);
  const isRefused = refusedBy(given.corrections);
  const namings = new Map<Segment, Naming>();
  for (const segment of segments) {
    if (!isId(segment.kind)) continue;
    const table = byTable.get(segment);
    const ways = [
      table,
      byRecord.get(segment),
      byMap.get(segment),
      byRow.get(segment),
      table ? undefined : byLine.get(segment),
      byHeading.get(segment),
    ];
    const pick = (part: 'label' | 'shot'): Name | undefined =>
      ways.map((way) => way?.[part]).find((name) => name !== undefined && !isRefused(name));
    const label = pick('label');
    const shot = pick('shot');
    const columns = ways
      .map((way) => way?.columns ?? {})
      .find((way) => Object.keys(way).length > 0);
    namings.set(segment, {
      ...(label && { label }),
      ...(shot && { shot }),
      columns: columns ?? {},
    });
  }
  return { segments: marked(text, segments, namings), tables };
}

/** The same name on the lines of several tasks is that of their shot, and so is a code beside rows of tasks. */
function repeatedAreShots(
  names: ReadonlyMap<Segment, Name>,
  above: Namings,
  rows: boolean,
): Map<Segment, Naming> {
  const ids = new Map<string, string>();
  let repeated = false;
  for (const [segment, { text }] of names) {
    const { value } = segment;
    if (above.get(segment)?.shot) continue;
    repeated ||= !isTake(text) && (ids.get(text) ?? value) !== value;
    ids.set(text, value);
  }
  return new Map(
    [...names].map(([segment, name]) => [
      segment,
      above.get(segment)?.shot === undefined &&
      ((repeated && !isTake(name.text)) || (rows && isCoded(name.text)))
        ? { shot: name }
        : { label: name },
    ]),
  );
}

/** Tells the lines of tables. */
function inTables(tables: readonly Table[]): (line: Line) => boolean {
  const starts = new Set(
    tables.flatMap(({ start, rows }) => [start, ...rows.map((row) => row.start)]),
  );
  return ({ start }) => starts.has(start);
}

/** The segments with names as pieces of their own. */
function marked(
  text: string,
  segments: readonly Segment[],
  namings: ReadonlyMap<Segment, Naming>,
): Segment[] {
  const names = stretches(namings);
  const all: Segment[] = [];
  let next = 0;
  let at = 0;
  for (const segment of segments) {
    const { start, end } = segment;
    const piece = (from: number, to: number): void => {
      if (to <= from) return;
      const whole = from === start && to === end;
      const words = text.slice(from, to);
      all.push(
        whole
          ? withNaming(segment, namings.get(segment))
          : { ...segment, text: words, value: words, start: from, end: to },
      );
    };
    at = Math.max(at, start);
    for (let name = names[next]; name && name.start < end; name = names[(next += 1)]) {
      if (name.start < at) continue;
      piece(at, name.start);
      all.push(nameSegment(segment, name));
      at = name.end;
    }
    piece(at, end);
    at = Math.max(at, end);
  }
  return all;
}

/** Where names stand, in order and once each. */
function stretches(namings: ReadonlyMap<Segment, Naming>): Name[] {
  const places = new Map<number, Name>();
  for (const { label, shot } of namings.values()) {
    for (const name of [label, shot]) if (name) places.set(name.start, name);
  }
  return [...places.values()].toSorted((a, b) => a.start - b.start);
}

function nameSegment(around: Segment, { start, end, text }: Name): Segment {
  const bare = { label: null, shot: null, columns: {}, scheme: null, half: null };
  return {
    ...around,
    ...bare,
    kind: 'name',
    text,
    value: text,
    start,
    end,
    evidence: null,
    reason: null,
  };
}

function withNaming(segment: Segment, naming: Naming | undefined): Segment {
  if (!naming) return segment;
  const { label, shot, columns } = naming;
  return {
    ...segment,
    label: label?.text ?? null,
    shot: shot?.text ?? null,
    columns: columns ?? {},
  };
}
