/** Minimum width of a card and the gap between cards, in px at the usual font size. */
const MIN_CARD = 300;
export const GAP = 18;

/** How many cards fit side by side. @param width of the grid, in px at the usual font size */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (MIN_CARD + GAP)));
}

/** Cards in rows of `columns`; the last row may be shorter. None until the width is known. */
export function inRows(keys: readonly string[], columns: number): string[][] {
  if (columns === 0) return [];
  return Array.from({ length: Math.ceil(keys.length / columns) }, (_, row) =>
    keys.slice(row * columns, (row + 1) * columns),
  );
}

/** The rows that contain these cards. */
export function rowsOf(
  keys: readonly string[],
  columns: number,
  held: readonly string[],
): number[] {
  const rows = held.map((key) => keys.indexOf(key)).filter((index) => index >= 0);
  return [...new Set(rows.map((index) => Math.floor(index / columns)))];
}
