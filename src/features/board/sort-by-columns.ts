import { useLayoutEffect } from 'react';

import type { BoardIndex } from '~/engine/answers/board-index';
import { ranksInColumn } from '~/engine/answers/column-order';
import { useBoardIndex } from '~/engine/use-board';

/** Boards that know it: to be told again, they would have to sort all of their tasks again. */
const told = new WeakSet<BoardIndex>();

/** Draws nothing: lets columns sort the board, before it is seen in another order. */
export function SortByColumns(): null {
  const board = useBoardIndex();
  useLayoutEffect(() => {
    if (told.has(board)) return;
    told.add(board);
    board.sortByColumns(ranksInColumn);
  }, [board]);
  return null;
}
