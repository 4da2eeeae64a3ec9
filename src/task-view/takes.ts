import { MAX_COMPARED } from '~/address/comparison';
import type { CardFacts } from '~/engine/answers/card-of';
import { whyNot } from '~/engine/answers/why-not';

/** Whether its video can be compared now. */
export function isTake(card: CardFacts): boolean {
  return whyNot('compare', card) === null;
}

/** Which takes of a group are compared. */
interface Takes {
  /** At most `MAX_COMPARED`, the picked ones first and then the newest. */
  first: readonly CardFacts[];
  /** There is nothing to choose: these are all of them, or those that the person picked. */
  isChosen: boolean;
}

/**
 * The takes to compare. Where there are more than can be compared, those that the person picked, if they are enough; if
 * not, the person has to choose.
 */
export function takesOf(cards: readonly CardFacts[]): Takes {
  const takes = cards.filter(isTake).toSorted(byPickThenAge);
  const picked = takes.filter(({ tracked }) => tracked.pickedAt !== null);
  const few = takes.length > MAX_COMPARED && picked.length > 1 ? picked : takes;
  return {
    first: few.slice(0, MAX_COMPARED),
    isChosen: few.length > 1 && few.length <= MAX_COMPARED,
  };
}

function byPickThenAge({ tracked: a }: CardFacts, { tracked: b }: CardFacts): number {
  const byPick = Number(b.pickedAt !== null) - Number(a.pickedAt !== null);
  // As on the board: what was pasted together is a fraction of a millisecond apart, and keeps its order.
  const byAge = Math.floor(b.addedAt) - Math.floor(a.addedAt);
  return byPick || byAge || a.addedAt - b.addedAt;
}
