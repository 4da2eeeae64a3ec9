import { SHOWS, type Show } from '~/core/standing';

import type { Arranged, BoardView, Placed } from './board-order';
import { compareRanks, ranksOf, type UsualOf } from './order';
import { textOf, wordsOf } from './search';

/** What an arranged board is, said plainly: all cards are searched, counted, filtered and sorted anew. */
export function arrange(
  cards: readonly Placed[],
  { show, sort, query }: BoardView,
  usualOf: UsualOf,
  now: number,
): Arranged {
  const words = wordsOf(query);
  const found = cards.filter(({ card }) => words.every((word) => textOf(card).includes(word)));
  const matching = (filter: Show) =>
    found.filter(({ card }) => filter === 'all' || card.standing === filter);
  return {
    counts: Object.fromEntries(
      SHOWS.map((filter) => [filter, matching(filter).length]),
    ) as Arranged['counts'],
    keys: matching(show)
      .map(({ card, place }) => ({ card, place, ranks: ranksOf(card, sort, usualOf, now) }))
      .toSorted((a, b) => compareRanks(a.ranks, b.ranks) || a.place - b.place)
      .map(({ card }) => card.key),
  };
}
