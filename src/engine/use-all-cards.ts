import { useMemo } from 'react';

import type { CardFacts } from '~/engine/answers/card-of';

import { useBoardIndex } from './use-board';
import { useEngine } from './use-engine';

/** Reads all cards of the board, in the order in which they were added. */
export function useAllCards(): () => readonly CardFacts[] {
  const board = useBoardIndex();
  const { tracked } = useEngine();
  return useMemo(
    () => () => [...tracked.getState().tasks.keys()].flatMap((key) => board.card(key) ?? []),
    [board, tracked],
  );
}
