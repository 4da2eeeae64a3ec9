import * as v from 'valibot';

import { parseView, type View } from '~/address/view';
import { boardIndexOf } from '~/engine/answers/board-index';
import type { Engine } from '~/engine/engine';

const NAME = 'rushes-first-cards';
/** A board of up to so many tasks is read as a whole: that takes no longer than a frame or two. */
const FEW = 300;
/** As many cards as any screen shows at once, and what is just outside it. */
const FIRST = 80;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const standings = { running: count, ready: count, attention: count };
const schema = v.object({
  hash: v.string(),
  keys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(FIRST)),
  counts: v.object({ all: count, ...standings }),
  // Missing where an older version has stored it.
  standings: v.object({ ...standings, unseen: v.optional(count, 0) }),
});

/** Which cards a large board begins with, and how many there are, as it was when this browser last left it. */
type FirstCards = v.InferOutput<typeof schema>;

/** Those for the address that the page starts with; null if all of the board is to be read. */
export function readFirstCards(): FirstCards | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    const parsed = v.safeParse(schema, stored);
    return parsed.success && parsed.output.hash === location.hash ? parsed.output : null;
  } catch {
    // No storage, or nothing readable in it.
    return null;
  }
}

/** Remembers them for the next start. @param keysIn the cards that a view draws, in order */
export function saveFirstCards(engine: Engine, keysIn: (view: View) => readonly string[]): void {
  const { tasks, isWhole } = engine.tracked.getState();
  if (!isWhole) return;
  const { hash } = location;
  const view = parseView(hash);
  if (tasks.size <= FEW || view.screen.kind !== 'board') return localStorage.removeItem(NAME);
  const board = boardIndexOf(engine);
  const keys = keysIn(view);
  const { counts } = board.arranged(view, Date.now());
  const first: FirstCards = {
    hash,
    keys: keys.slice(0, FIRST),
    counts,
    standings: board.standings(),
  };
  localStorage.setItem(NAME, JSON.stringify(first));
}
