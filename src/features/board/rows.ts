/** Minimum width of a card and the gap between cards, in px at the usual font size. */
const MIN_CARD = 300;
export const GAP = 18;

/** Cards side by side; none in a row that is a group's head. */
export type Row = readonly string[];

/** How many cards fit side by side. @param width of the grid, in px at the usual font size */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (MIN_CARD + GAP)));
}

/** Cards in rows of `columns`; the last row may be shorter. None until the width is known. */
export function inRows(keys: readonly string[], columns: number): Row[] {
  if (columns === 0) return [];
  return Array.from({ length: Math.ceil(keys.length / columns) }, (_, row) =>
    keys.slice(row * columns, (row + 1) * columns),
  );
}

/** The rows that contain these cards. */
export function rowsOf(rows: readonly Row[], held: readonly string[]): number[] {
  const found = held.map((key) => rows.findIndex((row) => row.includes(key)));
  return [...new Set(found.filter((index) => index >= 0))];
}
