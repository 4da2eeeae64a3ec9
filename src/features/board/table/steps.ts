/** A cell by its row, of which the head is -1, and its column. */
export interface Place {
  row: number;
  column: number;
}

/** How the table is moved in. */
interface Size {
  rows: number;
  columns: number;
  /** The rows that are seen at once. */
  page: number;
}

/** The cell that a key leads to, inside the table; null if the key leads nowhere. */
export function stepped(
  { row, column }: Place,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { rows, columns, page }: Size,
): Place | null {
  const step = STEPS[key];
  if (!step) return null;
  const isFar = ctrlKey || metaKey;
  const to = step({ row, column }, { rows, columns, page }, isFar);
  return {
    row: Math.min(rows - 1, Math.max(-1, to.row)),
    column: Math.min(columns - 1, Math.max(0, to.column)),
  };
}

type Step = (from: Place, size: Size, isFar: boolean) => Place;

const STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowUp: ({ row, column }, _, isFar) => ({ row: isFar ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, isFar) => ({ row: isFar ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, isFar) => ({ row, column: isFar ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, isFar) => ({
    row,
    column: isFar ? columns - 1 : column + 1,
  }),
  Home: ({ row }, _, isFar) => ({ row: isFar ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, isFar) => ({
    row: isFar ? rows - 1 : row,
    column: columns - 1,
  }),
  PageUp: ({ row, column }, { page }) => ({ row: Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
};
