import { decoded, type Claims } from './claims';
import { kindOf } from './fields';

/** A cell of a line, without its quotes and blanks. */
export interface Cell {
  text: string;
  /** Where the cell begins in the line, and where its text does. */
  from: number;
  start: number;
}

const DELIMITERS = ['\t', '|', ';', ','] as const;

/** The cells of a line of a table: tabs before bars, semicolons and commas; null for a line without any. */
export function cellsOf(line: string): Cell[] | null {
  const delimiter = DELIMITERS.find((one) => line.includes(one));
  if (delimiter === undefined) return null;
  const cells: Cell[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    // A quote that is never closed does not swallow the line: its end is the end of the last cell.
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

/** Heads of a column of ids, the surest first. */
const HEADS: readonly RegExp[] = [
  /^(?:(?:task|video|job|generation|prediction)[ _-]?ids?|(?:任务|视频|作业)\s?id|任务编号|视频编号|任务号)(?![\w]).{0,20}$/i,
  /^(?:ids?|uuid|编号)$/i,
];

/** In a table with a column of ids, the cells of that column are ids. */
export function claimColumns(claims: Claims): void {
  let at = 0;
  let column = -1;
  for (const line of claims.text.split('\n')) {
    const cells = line.length > MAX_LINE ? null : cellsOf(line);
    const head = cells ? columnOfIds(cells) : -1;
    if (head >= 0) column = head;
    else if (cells) claimCell(claims, cells[column], at);
    else if (line.trim() !== '') column = -1;
    at += line.length + 1;
  }
}

/** Rows of tables are shorter; a long line is a file without breaks. */
const MAX_LINE = 20_000;

function columnOfIds(cells: readonly Cell[]): number {
  for (const head of HEADS) {
    const column = cells.findIndex(({ text }) => head.test(text));
    if (column >= 0) return column;
  }
  return -1;
}

function claimCell(claims: Claims, cell: Cell | undefined, line: number): void {
  if (!cell || !/^[A-Za-z0-9][\w\-:.+/=%]{0,199}$/.test(cell.text)) return;
  const kind = kindOf(cell.text, true);
  const start = line + cell.start;
  if (kind) claims.claim(kind, start, start + cell.text.length, decoded(cell.text));
}
