import { parseView } from '~/address/view';
import { boardIndexOf } from '~/engine/answers/board-index';
import type { Engine } from '~/engine/engine';

import { drawnKeys } from './drawn-keys';
import { FIRST, NAME, type FirstCards } from './first-cards';

/** A board of up to so many tasks is read as a whole: that takes no longer than a frame or two. */
const FEW = 300;

/** Remembers the first cards of a large board for the next start. */
export function saveFirstCards(engine: Engine): void {
  const { tasks, isWhole } = engine.tracked.getState();
  if (!isWhole) return;
  const { hash } = location;
  const view = parseView(hash);
  if (tasks.size <= FEW || view.screen.kind !== 'board') return localStorage.removeItem(NAME);
  const board = boardIndexOf(engine);
  const now = Date.now();
  const keys = drawnKeys(engine, view, now);
  const { counts } = board.arranged(view, now);
  const first: FirstCards = {
    hash,
    keys: keys.slice(0, FIRST),
    counts,
    standings: board.standings(),
  };
  localStorage.setItem(NAME, JSON.stringify(first));
}
