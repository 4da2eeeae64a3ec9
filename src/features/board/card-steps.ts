import type { BoardAction } from '~/task-view/keys/key-map';

import type { Row } from './rows';

/** Where the focus is among the rows: on a card, or, without a column, on the head of a group. */
export interface Spot {
  row: number;
  column: number | null;
}

export type CardStep = Extract<BoardAction, 'next' | 'previous' | 'above' | 'below'>;

/** The card that a step leads to; null at the end. Rows without cards, the heads of groups, are passed over. */
export function steppedCard(rows: readonly Row[], from: Spot, step: CardStep): Spot | null {
  const { by, inRow, lands } = STEPS[step];
  const here = rows[from.row] ?? [];
  const beside = inRow && from.column !== null ? from.column + by : -1;
  if (here[beside] !== undefined) return { row: from.row, column: beside };
  let row = from.row + by;
  while (rows[row]?.length === 0) row += by;
  const length = rows[row]?.length ?? 0;
  return length === 0 ? null : { row, column: lands(from.column ?? 0, length - 1) };
}

const STEPS: Readonly<
  Record<
    CardStep,
    {
      by: 1 | -1;
      /** It goes along a row first. */
      inRow: boolean;
      /** Where it arrives in another row. */
      lands: (column: number, last: number) => number;
    }
  >
> = {
  next: { by: 1, inRow: true, lands: () => 0 },
  previous: { by: -1, inRow: true, lands: (_, last) => last },
  below: { by: 1, inRow: false, lands: Math.min },
  above: { by: -1, inRow: false, lands: Math.min },
};
