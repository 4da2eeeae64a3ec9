import { useSyncExternalStore } from 'react';

import type { Standing } from '~/core/standing';
import type { BoardView } from '~/engine/answers/board-order';

import { useArranged, useBoardIndex } from './use-board';

/** The cards with the same standing, in this order of the board: what *Previous* and *Next* go through. */
export function useSameStanding(
  key: string,
  view: BoardView,
  order: readonly string[],
): { standing: Standing | null; keys: readonly string[] } {
  const board = useBoardIndex();
  // Renders whenever the standing of any card has changed.
  useArranged(view);
  const standing = useSyncExternalStore(board.subscribe, () => board.card(key)?.standing ?? null);
  const siblings = order.filter((one) => board.card(one)?.standing === standing);
  const keys = standing === null ? [] : siblings.includes(key) ? siblings : [key];
  return { standing, keys };
}
