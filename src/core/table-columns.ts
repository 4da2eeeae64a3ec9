/** The columns that the table has for every task, as they are offered. */
export const OWN_COLUMNS = [
  'shot',
  'batch',
  'status',
  'model',
  'took',
  'note',
  'picked',
  'prompt',
  'tags',
  'service',
  'added',
  'id',
] as const;
type OwnColumn = (typeof OWN_COLUMNS)[number];

/** A column of the table: the task's name, which it always has, one of its own, or one that was pasted, by its heading. */
export type ColumnId = 'name' | OwnColumn | `column:${string}`;

/** The order by a column, from its least value up or from its greatest down. */
export type ColumnSort = `${'up' | 'down'}:${ColumnId}`;

const COLUMN = 'column:';

/** Reads a column's id; null if there is no such column. */
export function columnIn(text: string): ColumnId | null {
  if (text === 'name') return text;
  const own = OWN_COLUMNS.find((one) => one === text);
  return own ?? (text.startsWith(COLUMN) && text !== COLUMN ? (text as ColumnId) : null);
}

/** The column that is sorted by, and from which end; null for another order. */
export function sortedColumn(sort: string): { column: ColumnId; isDown: boolean } | null {
  const mark = sort.indexOf(':');
  const column = columnIn(sort.slice(mark + 1));
  return mark < 0 || column === null ? null : { column, isDown: sort.startsWith('down:') };
}
