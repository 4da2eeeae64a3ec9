/** Begins a file that spreadsheet programs are to read as UTF-8, Chinese included. */
const BOM = '\uFEFF';
/** What makes a spreadsheet take a cell for a formula; some take the wide signs of Chinese and Japanese for the same. */
const FORMULA = /^\s*[\t\r\n=+\-@＝＋－＠]/;

/** A table as CSV (RFC 4180). */
export function toCsv(rows: readonly (readonly (string | null)[])[]): string {
  return (
    BOM + rows.map((row) => row.map((cell) => quoted(cell ?? '')).join(',')).join('\r\n') + '\r\n'
  );
}

/** What a service wrote must not become a formula in somebody's spreadsheet: an apostrophe makes it text. */
function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
