import { useEffect, useMemo } from 'react';

import { createBoardEnded } from '~/engine/insight/board-ended';
import { createSlowLook } from '~/engine/insight/slow-look';
import { slowToday } from '~/engine/insight/slow-today';
import { idle } from '~/platform/idle';
import { useNow } from '~/platform/use-now';

import { useAllCards } from './use-all-cards';

/** How often it is looked whether a model is slower than usual, in ms. */
const LOOK_MS = 60_000;

/** Keeps `slowToday` up to date, by the tasks that are on the board and those of the past. */
export function useSlowToday(): void {
  const cards = useAllCards();
  const look = useMemo(() => createSlowLook(createBoardEnded(cards), readPast), [cards]);
  const now = useNow(LOOK_MS);
  useEffect(() => {
    let isLast = true;
    void look(now).then((slower) => {
      if (!isLast) return;
      slowToday.clear();
      for (const name of slower) slowToday.add(name);
    });
    return () => {
      isLast = false;
    };
  }, [look, now]);
}

/** Nothing that a person waits for: when the page is idle, and by code that comes after the cards. */
async function readPast(from: number) {
  await idle();
  const store = await import('~/engine/insight/past/past-store');
  return store.readPast(from);
}
