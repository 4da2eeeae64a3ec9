/** Makes spreadsheet programs read the file as UTF-8, so that Chinese survives. */
const BOM = '\uFEFF';
/** What makes a spreadsheet treat a cell as a formula. Some accept the full-width signs of Chinese and Japanese too. */
const FORMULA = /^\s*[\t\r\n=+\-@＝＋－＠]/;

/** A table as CSV (RFC 4180). */
export function toCsv(rows: readonly (readonly (string | null)[])[]): string {
  return (
    BOM + rows.map((row) => row.map((cell) => cellText(cell ?? '')).join(',')).join('\r\n') + '\r\n'
  );
}

/** Cells to paste into a spreadsheet: a line for each row, a tab between cells, each as safe as in a file. */
export function toCells(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => cellText(cell.replaceAll(/\s+/g, ' ').trim())).join('\t'))
    .join('\n');
}

/**
 * One cell, in a file or on the clipboard. Text from a service must not run as a formula in somebody's spreadsheet; a
 * leading apostrophe makes it text. Quotes are doubled, or one would take in the cells behind it.
 */
function cellText(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
