/** Cards side by side; none in a row that is a group's head. */
export type Row = readonly string[];

/** How much room cards take, in px at the usual font size. */
export interface Room {
  minWidth: number;
  gap: number;
  /** So many stand side by side from this width of the grid on, though they are narrower then. */
  atLeast: { cards: number; from: number };
  /** Estimated height of a row. */
  usualRow: number;
}

export const LARGE: Room = {
  minWidth: 300,
  gap: 18,
  atLeast: { cards: 1, from: 0 },
  usualRow: 420,
};

/** How many cards fit side by side. @param width of the grid, in px at the usual font size */
export function columnsIn(width: number, { minWidth, gap, atLeast }: Room): number {
  const fit = Math.floor((width + gap) / (minWidth + gap));
  return Math.max(1, fit, width >= atLeast.from ? atLeast.cards : 1);
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
