import { decoded, type Claims } from './claims';
import { kindOf } from './fields';
import { isKey, KEY_HEAD } from './key-shapes';

/** A cell of a line, without quotes and surrounding spaces. */
export interface Cell {
  text: string;
  /** Start of the cell in the line, and start of its text. */
  from: number;
  start: number;
}

const DELIMITERS = ['\t', '|', ';', ','] as const;

/** The cells of a table row: tabs before bars, semicolons and commas; null if there is no separator. */
export function cellsOf(line: string): Cell[] | null {
  const delimiter = DELIMITERS.find((one) => line.includes(one));
  if (delimiter === undefined) return null;
  const cells: Cell[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    // An unclosed quote does not swallow the line: it ends with the last cell.
    if (at < line.length && (quoted || line[at] !== delimiter)) continue;
    cells.push(trimmed(line.slice(from, at), from));
    from = at + 1;
  }
  return cells;
}

function trimmed(cell: string, from: number): Cell {
  const text = cell.replaceAll(/^[\s"'`]+|[\s"'`]+$/g, '');
  return { text, from, start: from + Math.max(0, cell.indexOf(text)) };
}

/** Headings of a column of ids, the most certain first. */
const HEADS: readonly RegExp[] = [
  /^(?:(?:task|video|job|generation|prediction)[ _-]?ids?|(?:任务|视频|作业)\s?id|任务编号|视频编号|任务号)(?![\w]).{0,20}$/i,
  /^(?:ids?|uuid|编号)$/i,
];

/** In a table with a column of ids or keys, claims the cells of that column. */
export function claimColumns(claims: Claims): void {
  let at = 0;
  let head = NO_HEAD;
  for (const line of claims.text.split('\n')) {
    const cells = line.length > MAX_LINE ? null : cellsOf(line);
    const next = cells ? headOf(cells) : NO_HEAD;
    if (next !== NO_HEAD || (!cells && line.trim() !== '')) head = next;
    else if (cells) {
      claimKey(claims, cells[head.keys], at);
      claimCell(claims, cells[head.ids], at);
      if (head.ids >= 0 && cells.length === head.width) claimRest(claims, cells, at);
    }
    at += line.length + 1;
  }
}

/** Which columns hold what; -1 means none. */
interface Head {
  ids: number;
  keys: number;
  width: number;
}

const NO_HEAD: Head = { ids: -1, keys: -1, width: 0 };

function headOf(cells: readonly Cell[]): Head {
  const ids = columnOf(cells, HEADS);
  const keys = columnOf(cells, [KEY_HEAD]);
  return ids < 0 && keys < 0 ? NO_HEAD : { ids, keys, width: cells.length };
}

/** Table rows are shorter, in characters; a long line is a file without line breaks. */
const MAX_LINE = 20_000;

function columnOf(cells: readonly Cell[], heads: readonly RegExp[]): number {
  for (const head of heads) {
    const column = cells.findIndex(({ text }) => head.test(text));
    if (column >= 0) return column;
  }
  return -1;
}

/** Headings of a column of names, the most certain first. */
const TITLE_HEADS: readonly RegExp[] = [
  /^(?:title|name|label|标题|名称|片名|视频名称?|任务名称?)$/i,
  /^(?:shot|scene|take|clip|镜头|镜号|场次|分镜)(?:\s?(?:name|no\.?|number|编号|号|名称?))?$/i,
];
/** Longer cells are prompts, in characters. */
const LONGEST_TITLE = 80;

/** The cells of a column of names, by the start of their line. */
export function titleCells(text: string): Map<number, string> {
  const titles = new Map<number, string>();
  let at = 0;
  let column = -1;
  for (const line of text.split('\n')) {
    const cells = (line.length > MAX_LINE ? null : cellsOf(line)) ?? [];
    const head = columnOf(cells, TITLE_HEADS);
    if (head >= 0) column = head;
    else if (line.trim() !== '' && cells.length === 0) column = -1;
    else {
      const title = cells[column]?.text ?? '';
      if (title !== '' && title.length <= LONGEST_TITLE) titles.set(at, title);
    }
    at += line.length + 1;
  }
  return titles;
}

function claimCell(claims: Claims, cell: Cell | undefined, line: number): void {
  if (!cell || !/^[A-Za-z0-9][\w\-:.+/=%]{0,199}$/.test(cell.text)) return;
  const kind = kindOf(cell.text, true);
  const start = line + cell.start;
  if (kind) claims.claim(kind, start, start + cell.text.length, decoded(cell.text));
}

function claimKey(claims: Claims, cell: Cell | undefined, line: number): void {
  if (!cell || !/^[\w\-.:]{12,2000}$/.test(cell.text) || !isKey(cell.text)) return;
  claims.claim('key', line + cell.start, line + cell.start + cell.text.length);
}

/** Other columns contain no ids, because the table says so. Ids, keys and addresses have been claimed by now. */
function claimRest(claims: Claims, cells: readonly Cell[], line: number): void {
  for (const { text, start } of cells) {
    claims.claim('other', line + start, line + start + text.length);
  }
}
