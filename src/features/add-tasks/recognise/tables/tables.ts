import { decoded, type Segments } from '~/features/add-tasks/recognise/segments';
import { columnsOf, isOtherId, type Columns } from './columns';
import { kindOf } from '~/features/add-tasks/recognise/fields/fields';
import { gridsOf, type Cell, type Grid } from './grid';
import { isKey, KEY_SHAPES } from '~/core/key-shapes';
import type { ColumnRole } from '~/features/add-tasks/recognise/analysis';

type Roles = ReadonlyMap<string, ColumnRole>;

const TOKEN = /^[A-Za-z0-9][\w\-:.+/=%]{0,1999}$/;
const KEY_TOKEN = /^[\w\-.:+/=~]{12,2000}$/;

/** In a table with a column of ids or keys, claims the cells of that column. */
export function claimColumns(claims: Segments, given?: Roles): void {
  for (const { grid, columns } of headedGrids(claims.text, given)) {
    const withIds = columns.roles.includes('task');
    for (const { cells } of grid.rows.slice(1)) {
      for (const [at, cell] of cells.entries()) {
        if (columns.roles[at] === 'key') claimKey(claims, cell);
        else if (columns.roles[at] === 'task') claimId(claims, cell);
        // The number of an order is only offered, however much it looks like an id.
        else if (!withIds && isOtherId(columns.head[at] ?? '')) claimId(claims, cell, 'maybe');
      }
      // Other columns hold no ids, because the table says so. Ids, keys and addresses have been claimed by now.
      if (!withIds || cells.length > columns.roles.length) continue;
      for (const { start, end } of cells) claims.claim('other', start, end);
    }
  }
}

/** Segments the cells of columns about which a person said what they hold; comes before every guess. */
export function claimGivenColumns(claims: Segments, given: Roles = new Map()): void {
  if (given.size === 0) return;
  for (const { grid, columns } of headedGrids(claims.text, given)) {
    for (const { cells } of grid.rows.slice(1)) {
      for (const [at, cell] of cells.entries()) {
        const said = given.get(columns.head[at] ?? '');
        if (said && !/\s/.test(cell.text)) claimSaid(claims, cell, said);
      }
    }
  }
}

/** The tables whose headings say which column holds ids or keys. */
function headedGrids(text: string, given?: Roles): { grid: Grid; columns: Columns }[] {
  return gridsOf(text, (cells) => columnsOf(cells, given) !== null).flatMap((grid) => {
    const columns = columnsOf(grid.rows[0]?.cells ?? [], given);
    return columns ? { grid, columns } : [];
  });
}

/** A key stays a key in a column of tasks: it would be shown. */
function claimSaid(claims: Segments, { text, start, end }: Cell, role: ColumnRole): void {
  if (role === 'key' && text.length > 5) claims.claim('key', start, end);
  if (role === 'address' && /\w\.\w|localhost/i.test(text)) claims.claim('address', start, end);
  if (role !== 'task' || !TOKEN.test(text) || looksLikeKey(text) || SHORTENED.test(text)) return;
  claims.claim('id', start, end, decoded(text));
}

/** How a spreadsheet shows a long number: the id is lost. */
export const SHORTENED = /^\d+(?:[.,]\d+)?e\+?\d{1,3}$/i;

function looksLikeKey(text: string): boolean {
  return KEY_SHAPES.some((shape) => text.match(shape)?.[0] === text) && isKey(text);
}

function claimId(claims: Segments, { text, start, end }: Cell, as?: 'maybe'): void {
  const kind = TOKEN.test(text) ? kindOf(text, true) : null;
  if (kind) claims.claim(as ?? kind, start, end, decoded(text));
}

function claimKey(claims: Segments, { text, start, end }: Cell): void {
  if (KEY_TOKEN.test(text) && isKey(text)) claims.claim('key', start, end);
}
