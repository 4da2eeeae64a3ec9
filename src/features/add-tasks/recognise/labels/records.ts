import { isId } from '~/features/add-tasks/recognise/segments';
import {
  byHeading,
  isIdHeading,
  type Columns,
} from '~/features/add-tasks/recognise/tables/columns';
import { cellsToKeep } from '~/features/add-tasks/recognise/kept';
import { objectsOf } from '~/features/add-tasks/recognise/fields/objects';
import type { Cell } from '~/features/add-tasks/recognise/tables/grid';
import { plausible } from './plausible';
import { stretch, type Line, type Name, type Naming, type Namings, type Page } from './naming';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** Fields that somebody, or a file, wrote together: a flat JSON object, or lines of `name: value`. */
interface Item {
  start: number;
  end: number;
  names: string[];
  /** In braces. Lines without them are a record only if one is called an id: `Maya: ok` is a chat. */
  marked: boolean;
  cells: Cell[];
}

const OBJECT = /\{[^{}]{2,20000}\}/g;
const PAIR =
  /(?:(["'])((?:(?!\1)[^\\\n]|\\.){1,80})\1|([A-Za-z_]\w{0,40}))\s{0,5}:\s{0,5}(?:"((?:[^"\\\n]|\\.){0,4000})"|'((?:[^'\\\n]|\\.){0,4000})'|(-?\d[\d.eE+-]{0,30}(?![\w-])|[^\s,:"'{}[\]][^,:"{}[\]\n]{0,200}))/g;
const FIELD =
  /^[\s>]*([-*•]\s+)?["']?(\p{L}[\p{L}\d _()（）/-]{0,30})["']?\s{0,3}(?:：|:(?=\s|$)|=)(.*)$/u;
/** Longer lines hold no field, in characters. */
const LONGEST_LINE = 4000;
/** Fields of what a service answered, which says nothing about a client. */
const ANSWERED =
  /^(?:status|state|task_status|progress|url|.*_url|urls|output|outputs|result|object|created|created_at|updated_at|error|usage|code|msg|message|data)$/i;

/** Names and other fields beside ids: `{"title": …, "id": …}`, `- name: …` above `id: …`. */
export function namesInRecords(page: Page, text: string, segments: readonly Segment[]): Namings {
  const ids = segments.filter(({ kind }) => isId(kind));
  const namings = new Map<Segment, Naming>();
  for (const items of [objectsIn(text), recordsIn(page, text)])
    nameItems(page, items, segments, namings);
  for (const [segment, label] of titlesOf(page.plain, ids)) {
    namings.set(segment, { ...namings.get(segment), label });
  }
  return namings;
}

/** Titles of JSON objects that contain exactly one id. */
function titlesOf(plain: string, ids: readonly Segment[]): Map<Segment, Name> {
  const titles = new Map<Segment, Name>();
  for (const [segment, object] of objectsOf(plain, ids)) {
    const [title] = object.titles;
    const others = object.ids.size - Number(object.ids.has(segment.value));
    if (!title || object.titles.length > 1 || others > 0 || plausible(title.text, true) === null)
      continue;
    titles.set(segment, stretch(plain, title.start, title.start + title.text.length));
  }
  return titles;
}

function nameItems(
  { plain }: Page,
  items: readonly Item[],
  segments: readonly Segment[],
  namings: Map<Segment, Naming>,
): void {
  const finds = segments.filter(({ kind }) => kind !== 'other' && kind !== 'name');
  const known = new Map<string, Columns>();
  const rolesOf = (names: string[]): Columns => {
    const key = names.join('\n');
    const columns = known.get(key) ?? byHeading(names);
    known.set(key, columns);
    return columns;
  };
  let next = 0;
  const held = items.flatMap((item) => {
    while ((finds[next]?.start ?? Infinity) < item.start) next += 1;
    const own: Segment[] = [];
    for (; (finds[next]?.end ?? Infinity) <= item.end; next += 1) {
      const find = finds[next];
      if (find) own.push(find);
    }
    const ids = own.filter(({ kind }) => isId(kind));
    const single = new Set(ids.map(({ value }) => value)).size === 1;
    const called = item.marked || isCalledId(item, ids[0]?.start ?? 0);
    return single && called ? { item, own, ids } : [];
  });
  const written = !held.some(({ item }) => item.names.some((name) => ANSWERED.test(name)));
  for (const { item, own, ids } of held) {
    const columns = rolesOf(item.names);
    const cellAs = (role: 'name' | 'shot'): Name | null =>
      nameIn(plain, item.cells[columns.roles.indexOf(role)]);
    const label = cellAs('name');
    const shot = written ? cellAs('shot') : null;
    const beside = item.cells.map(({ start, end }) =>
      own.filter((find) => find.start < end && find.end > start),
    );
    const cells = item.cells.map((cell, at) =>
      beside[at]?.some(({ kind }) => isId(kind)) ? undefined : cell,
    );
    const kept = written && held.length > 1 ? cellsToKeep(columns, cells, beside) : {};
    for (const id of ids) {
      namings.set(id, { columns: kept, ...(label && { label }), ...(shot && { shot }) });
    }
  }
}

const CALLED = /^(?:task|job|video|generation|任务|视频)s?$/i;

function isCalledId({ names, cells }: Item, at: number): boolean {
  const name = names[cells.findLastIndex(({ start }) => start <= at)] ?? '';
  return isIdHeading(name) || CALLED.test(name);
}

function nameIn(plain: string, cell: Cell | undefined): Name | null {
  if (!cell) return null;
  const name = stretch(plain, cell.start, cell.end);
  return name.text === cell.text && plausible(name.text, true) !== null ? name : null;
}

function objectsIn(text: string): Item[] {
  return [...text.matchAll(OBJECT)].map(({ 0: object, index }) => {
    const item: Item = {
      start: index,
      end: index + object.length,
      names: [],
      marked: true,
      cells: [],
    };
    for (const {
      0: pair,
      2: quoted,
      3: bare,
      4: double,
      5: single,
      6: plain,
      ...match
    } of object.matchAll(PAIR)) {
      const name = quoted ?? bare ?? '';
      const raw = double ?? single ?? plain ?? '';
      // The value ends the pair, or the quote behind it does.
      const end = index + match.index + pair.length - Number(plain === undefined);
      const start = end - raw.length + (raw.length - raw.trimStart().length);
      const text = raw.trim();
      item.names.push(name);
      item.cells.push({ text: unescaped(text), start, end: start + text.length, from: start });
    }
    return item;
  });
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** Lines of `name: value`; a bullet, a blank line or a name that comes again begins another record. */
function recordsIn({ lines }: Page, text: string): Item[] {
  const items: Item[] = [];
  let open: Item | null = null;
  for (const line of lines) {
    const field = fieldAt(text, line);
    if (!field) {
      open = null;
      continue;
    }
    if (!open || field.first || open.names.includes(field.name)) {
      open = { start: line.start, end: line.end, names: [], marked: false, cells: [] };
      items.push(open);
    }
    open.end = line.end;
    open.names.push(field.name);
    open.cells.push(field.cell);
  }
  return items;
}

function fieldAt(
  text: string,
  { start, end }: Line,
): { first: boolean; name: string; cell: Cell } | null {
  if (end - start > LONGEST_LINE) return null;
  const line = text.slice(start, end);
  const match = /[{}]/.test(line) ? null : FIELD.exec(line);
  if (!match) return null;
  const { 1: bullet, 2: name = '', 3: rest = '' } = match;
  const raw = stretch(line, line.length - rest.length, line.length);
  const quoted = /^(["'])(.*)\1,?$/.exec(raw.text)?.[2];
  const value =
    quoted === undefined ? raw : stretch(line, raw.start + 1, raw.start + 1 + quoted.length);
  const from = start + value.start;
  const cell = { text: value.text, start: from, end: start + value.end, from };
  return { first: bullet !== undefined, name: name.trim(), cell };
}
