import { parseView } from '~/address/view';
import { boardIndexOf } from '~/engine/answers/board-index';
import type { Engine } from '~/engine/engine';

import { drawnKeys } from './drawn-keys';
import { FIRST, NAME, type FirstCards } from './first-cards';

/** A board of up to so many tasks is read as a whole; on a slow phone checking 200 tasks' rows takes half a second. */
const FEW = 40;

/**
 * Remembers the first cards of a large board for the next start.
 * @param drawn how many cards are on the screen and just outside it
 */
export function saveFirstCards(engine: Engine, drawn: number): void {
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
    keys: keys.slice(0, Math.min(drawn || FIRST, FIRST)),
    counts,
    standings: board.standings(),
  };
  localStorage.setItem(NAME, JSON.stringify(first));
}
