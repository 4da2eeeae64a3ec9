import type { CSSProperties, ReactNode, Ref } from 'react';

interface Part {
  children: ReactNode;
  style: CSSProperties;
  ref?: Ref<HTMLDivElement>;
}

/** All rows below the head, as the virtualiser places them. */
export function Body(part: Part) {
  return <div role="rowgroup" {...part} />;
}

/** The place of one row. */
export function Line(part: Part) {
  return <div role="none" {...part} />;
}

/** What a row of the table looks like: its cells stand as wide as the table says. */
export const ROW_LOOK = 'grid w-full grid-cols-(--table-columns)';

/** What a cell looks like, and shows while it has the focus. */
export const CELL =
  'relative flex h-11 min-w-0 items-center gap-2 border-b border-line bg-surface px-2.5 focus-ring focus-visible:-outline-offset-2';

/** Cells that stay at the side, by their place in the row. */
export function stickyAt(column: number): string {
  return STICKY[column] ?? '';
}

const STICKY = ['sticky start-0 z-10 px-2.5', 'sticky start-11 z-10'];
