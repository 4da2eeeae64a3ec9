/** What cards are grouped by; a column of a pasted table is named by its heading. */
export type GroupBy = NamedGrouping | `column:${string}`;

/** Those that every page has words for. */
export const NAMED_GROUPINGS = [
  'none',
  'batch',
  'shot',
  'service',
  'model',
  'day',
  'reason',
] as const;
export type NamedGrouping = (typeof NAMED_GROUPINGS)[number];

const COLUMN = 'column:';

export function byColumn(heading: string): GroupBy {
  return `${COLUMN}${heading}`;
}

/** The heading of the column; null if it is none. */
export function headingOf(by: string): string | null {
  return by.startsWith(COLUMN) ? by.slice(COLUMN.length) : null;
}
