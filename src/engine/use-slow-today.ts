import { useEffect, useMemo } from 'react';

import { createBoardEnded } from '~/engine/insight/board-ended';
import { slowerModels } from '~/engine/insight/slower-models';
import { slowToday } from '~/engine/insight/slow-today';
import { useNow } from '~/platform/use-now';

import { useAllCards } from './use-all-cards';

/** How often it is looked whether a model is slower than usual, in ms. */
const LOOK_MS = 60_000;

/** Keeps `slowToday` up to date, by the tasks that are on the board. */
export function useSlowToday(): void {
  const cards = useAllCards();
  const ended = useMemo(() => createBoardEnded(cards), [cards]);
  const now = useNow(LOOK_MS);
  useEffect(() => {
    const slower = slowerModels(ended(), now);
    slowToday.clear();
    for (const name of slower) slowToday.add(name);
  }, [ended, now]);
}
