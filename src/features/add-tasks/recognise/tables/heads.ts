import { columnsOf, isOtherId, isPlain, isRequestId, numbered, type Columns } from './columns';
import type { Cell, Grid, Row } from './grid';
import { plausible } from '~/features/add-tasks/recognise/labels/plausible';
import type { ColumnRole, Segment } from '~/features/add-tasks/recognise/analysis';

type Roles = ReadonlyMap<string, ColumnRole>;

/** Rows without a heading that are a table nevertheless. */
const FEWEST_ROWS = 3;

/** A row and what was found in each of its cells. */
export interface Held extends Row {
  finds: Segment[][];
}

export interface HeldGrid extends Grid {
  rows: Held[];
}

export interface ReadGrid {
  /** The cells of the heading. */
  top: readonly Cell[];
  columns: Columns;
  rows: Held[];
}

/** Where a table has its heading, and what its columns hold; null if it is none. */
export function readTable(plain: string, grid: HeldGrid, given?: Roles): ReadGrid | null {
  return headed(plain, grid, given) ?? headless(plain, grid, given);
}

/** A table whose first row is its heading, because it says so, or because only the others hold ids. */
function headed(plain: string, { rows, delimiter }: HeldGrid, given?: Roles): ReadGrid | null {
  const [head, ...rest] = rows;
  if (!head || rest.length === 0 || head.finds.some((finds) => finds.some(isCertain))) return null;
  const columns = isSection(head) ? null : columnsOf(head.cells, given, false);
  if (!columns) return null;
  const { roles } = columns;
  const says = roles.some((role) => role === 'task' || role === 'key');
  const even = rest.filter(({ cells }) => cells.length === roles.length).length;
  if (says && (isFirm(delimiter) || even > 0)) {
    return { top: head.cells, columns: withNames(withIds(plain, columns, rest), rest), rows: rest };
  }
  const known = roles.some((role) => role !== 'keep');
  if (even * 2 <= rest.length || (!known && (!isFirm(delimiter) || rest.length < 2))) return null;
  const read = withNames(withIds(plain, columns, rest), rest);
  return read.roles.includes('task') ? { top: head.cells, columns: read, rows: rest } : null;
}

function isFirm(delimiter: string): boolean {
  return delimiter === '\t' || delimiter === '|' || delimiter === '│';
}

/** At least three rows of the same width, one column of which is ids. */
function headless(plain: string, { rows, delimiter }: HeldGrid, given?: Roles): ReadGrid | null {
  const width = rows[0]?.cells.length ?? 0;
  if (!isFirm(delimiter) || rows.length < FEWEST_ROWS || width < 2) return null;
  if (rows.some(({ cells }) => cells.length !== width)) return null;
  const columns = withIds(plain, numbered(width), rows);
  if (!columns.roles.includes('task')) return null;
  const { roles, head } = withNames(columns, rows);
  const said = roles.map((role, at) => given?.get(head[at] ?? '') ?? role);
  return { top: [], columns: { ...columns, roles: said }, rows };
}

/** Without a column of names or shots, the first one is, if it holds nothing but names. */
function withNames(columns: Columns, rows: readonly Held[]): Columns {
  const { roles } = columns;
  const cellsAt = (at: number): string[] =>
    rows.filter((row) => !isSection(row)).map(({ cells }) => cells[at]?.text ?? '');
  const first = roles.findIndex(
    (role, at) =>
      role === 'keep' &&
      !isPlain(columns.head[at] ?? '') &&
      !cellsAt(at).every((text) => /^\d*$/.test(text)),
  );
  if (roles.includes('name') || roles.includes('shot') || rows.length < 2 || first < 0)
    return columns;
  const filled = cellsAt(first);
  if (first > roles.indexOf('task') + 1 || !filled.every((text) => plausible(text))) return columns;
  return { ...columns, roles: roles.map((role, at) => (at === first ? 'name' : role)) };
}

/** A row of which only the first cell is filled heads the rows below it. */
export function isSection({ cells, finds }: Held): boolean {
  const filled = cells.filter(({ text }) => text !== '').length;
  return filled === 1 && cells.length > 1 && cells[0]?.text !== '' && finds.flat().length === 0;
}

/**
 * Without ids in the columns said to hold them, those that do hold them: of what is filled in, most is an id. `ID` may
 * head the numbers of rows.
 */
function withIds(plain: string, columns: Columns, rows: readonly Held[]): Columns {
  const { head, roles } = columns;
  if (roles.some((role, at) => role === 'task' && rows.some((row) => holdsId(plain, row, at)))) {
    return columns;
  }
  const most = (at: number, holds: (row: Held) => boolean): boolean => {
    const filled = rows.filter(({ cells }) => (cells[at]?.text ?? '') !== '');
    const ids = filled.filter(holds);
    return ids.length > 0 && ids.length * 2 > filled.length;
  };
  const mayHold = (at: number): boolean =>
    (roles[at] === 'keep' || roles[at] === 'name') && !isOtherId(head[at] ?? '');
  const clear = roles.map((_, at) => mayHold(at) && most(at, (row) => holdsId(plain, row, at)));
  const held = clear.includes(true)
    ? clear
    : roles.map((_, at) => isRequestId(head[at] ?? '') && most(at, (row) => mayBeId(row, at)));
  if (!held.includes(true)) return columns;
  return {
    ...columns,
    roles: roles.map((role, at) => (held[at] ? 'task' : role === 'task' ? 'keep' : role)),
  };
}

function holdsId(plain: string, { cells, finds }: Held, at: number): boolean {
  return finds[at]?.some(({ kind }) => kind === 'id') === true && isBare(plain, cells[at]);
}

/** A word that is only offered elsewhere; a number is one of something else. */
function mayBeId({ cells, finds }: Held, at: number): boolean {
  const text = cells[at]?.text ?? '';
  return (
    finds[at]?.some(
      ({ kind, value }) => (kind === 'maybe' || kind === 'doubt') && value === text,
    ) === true && !/^\d+$/.test(text)
  );
}

function isBare(plain: string, cell: Cell | undefined): boolean {
  return cell !== undefined && !/[\p{L}\p{N}]/u.test(plain.slice(cell.start, cell.end));
}

function isCertain({ kind }: Segment): boolean {
  return kind === 'id' || kind === 'key' || kind === 'address';
}
