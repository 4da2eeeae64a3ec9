import type { CardFacts } from '~/engine/answers/card-of';

import { endedTaskOf, type EndedTask } from './ended-task';

/** Reads the ended tasks of the board: the same list until one ends, is changed or removed. */
export function createBoardEnded(cards: () => Iterable<CardFacts>): () => readonly EndedTask[] {
  const known = new WeakMap<CardFacts, EndedTask | null>();
  let last: readonly EndedTask[] = [];
  return () => {
    const found: EndedTask[] = [];
    let isSame = true;
    for (const card of cards()) {
      const before = known.get(card);
      const task = before === undefined ? endedTaskOf(card.tracked, card.answer) : before;
      if (before === undefined) known.set(card, task);
      if (task === null) continue;
      isSame &&= last[found.length] === task;
      found.push(task);
    }
    if (!isSame || found.length !== last.length) last = found;
    return last;
  };
}
