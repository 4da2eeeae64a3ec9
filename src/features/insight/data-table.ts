import { toCsv } from '~/engine/media/save/csv';

/** What a picture shows, in figures: as a table on the screen, and as CSV. */
export interface DataTable {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

interface Column {
  /** In CSV: the same in every language, because programs read it too. */
  name: string;
  label: string;
  isNumber?: boolean;
}

export interface Cell {
  text: string;
  /** In CSV: exact, without words. */
  raw: string | number | null;
  /** Where it leads. */
  href?: string | undefined;
}

/** A cell that says the same to everybody. */
export function cell(value: string | number | null, text?: string): Cell {
  return { text: text ?? String(value ?? ''), raw: value };
}

/** For the clipboard: without the mark at the beginning that only files need. What could be a formula is made text. */
export function csvText({ columns, rows }: DataTable): string {
  const lines = rows.map((row) => row.map(({ raw }) => (raw === null ? null : String(raw))));
  return toCsv([columns.map(({ name }) => name), ...lines]).replace(/^\uFEFF/, '');
}
