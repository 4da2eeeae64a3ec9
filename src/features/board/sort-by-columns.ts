import { useLayoutEffect } from 'react';

import { ranksInColumn } from '~/engine/answers/column-order';
import { useBoardIndex } from '~/engine/use-board';

/** Draws nothing: lets columns sort the board, before it is seen in another order. */
export function SortByColumns(): null {
  const board = useBoardIndex();
  useLayoutEffect(() => board.sortByColumns(ranksInColumn), [board]);
  return null;
}
