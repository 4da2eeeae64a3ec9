import { useMemo, useState, type CSSProperties } from 'react';

import { useMediaQuery } from '~/ui/use-media-query';
import type { ColumnId } from '~/core/table-columns';
import { useTracked } from '~/engine/use-engine';
import { sameKeys } from '~/features/board/stable-order';

import { shownColumns, widthOf } from './columns';
import { setWidth, useTableChoices } from './table-choices';

/** How a column is made wider or narrower. */
export interface Resizing {
  widthOf: (column: ColumnId) => number;
  /** While it is pulled. */
  pull: (column: ColumnId, width: number) => void;
  /** For good; null for the usual width. */
  set: (column: ColumnId, width: number | null) => void;
}

/** The columns from left to right, the same list until that changes, and how wide they are. */
export function useShownColumns(): {
  columns: readonly ColumnId[];
  widths: { style: CSSProperties; sticky: string };
  resizing: Resizing;
} {
  const tasks = useTracked((state) => state.tasks);
  const choices = useTableChoices();
  const [pulled, setPulled] = useState<{ column: ColumnId; width: number } | null>(null);
  const wanted = shownColumns(tasks, choices);
  const [columns, setColumns] = useState(wanted);
  if (!sameKeys(wanted, columns)) setColumns(wanted);
  const now = pulled ? { widths: { ...choices.widths, [pulled.column]: pulled.width } } : choices;
  const resizing = useMemo(
    (): Resizing => ({
      widthOf: (column) => widthOf(column, choices),
      pull: (column, width) => setPulled({ column, width }),
      set(column, width) {
        setPulled(null);
        setWidth(column, width);
      },
    }),
    [choices],
  );
  const actions = useMediaQuery('(pointer: coarse)') ? ACTIONS.finger : ACTIONS.mouse;
  const widths = widthsOf(columns, (column) => widthOf(column, now), actions);
  return { columns, widths, resizing };
}

/** Of checkboxes, and of what can be done, in rem. */
const CHECK = 2.75;
const ACTIONS = { mouse: 5.5, finger: 6.75 };

function widthsOf(
  columns: readonly ColumnId[],
  widthOfOne: (column: ColumnId) => number,
  actions: number,
) {
  const [name = 0, ...others] = columns.map((column) => widthOfOne(column) / 16);
  // On a phone, room is left for what is beside the names.
  const sticky = `min(${name}rem, 42vw)`;
  const rest = others.map((width) => `${width}rem`).join(' ');
  const total = others.reduce((sum, width) => sum + width, CHECK + actions);
  return {
    sticky: `calc(${CHECK}rem + ${sticky})`,
    style: {
      '--table-columns': `${CHECK}rem ${sticky} ${rest} minmax(${actions}rem, 1fr)`,
      '--table-width': `calc(${total}rem + ${sticky})`,
    } as CSSProperties,
  };
}
