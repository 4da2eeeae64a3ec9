import type { FilterName } from '~/core/filters';
import { SHOWS, type Show } from '~/core/standing';

import type { Choices } from './choices';
import type { Arranged, BoardView, Placed } from './board-order';
import { daysBefore, FILTERS } from './filters';
import { ranksInColumn } from './column-order';
import { compareRanks, ranksOf, type UsualOf } from './order';
import { textOf, wordsOf } from './search';

/** What an arranged board is, said plainly: all cards are searched, counted, filtered and sorted anew. */
export function arrange(
  cards: readonly Placed[],
  { show, sort, query, filters }: BoardView,
  usualOf: UsualOf,
  now: number,
): Arranged {
  const words = wordsOf(query);
  const around = { usualOf, since: daysBefore(now), kept: new Map(), told: new Map() };
  const found = cards.filter(
    ({ card }) =>
      words.every((word) => textOf(card).includes(word)) &&
      Object.entries(filters).every(([name, values]) =>
        FILTERS[name as FilterName](card, around).some((value) => values.includes(value)),
      ),
  );
  const matching = (filter: Show) =>
    found.filter(({ card }) => filter === 'all' || card.standing === filter);
  return {
    counts: Object.fromEntries(
      SHOWS.map((filter) => [filter, matching(filter).length]),
    ) as Arranged['counts'],
    keys: matching(show)
      .map(({ card, place }) => ({
        card,
        place,
        ranks: ranksOf(card, sort, usualOf, now, ranksInColumn),
      }))
      .toSorted((a, b) => compareRanks(a.ranks, b.ranks) || a.place - b.place)
      .map(({ card }) => card.key),
  };
}

/** How many cards each value would show, by arranging all of them with that value alone. */
export function choicesAnew(
  cards: readonly Placed[],
  view: BoardView,
  usualOf: UsualOf,
  now: number,
  names: readonly FilterName[],
): Choices {
  const around = { usualOf, since: daysBefore(now), kept: new Map(), told: new Map() };
  return Object.fromEntries(
    names.map((name) => {
      const values = new Set(cards.flatMap(({ card }) => FILTERS[name](card, around)));
      const counts = [...values].map((value) => {
        const filters = { ...view.filters, [name]: [value] };
        return [value, arrange(cards, { ...view, filters }, usualOf, now).keys.length] as const;
      });
      return [name, new Map(counts.filter(([, count]) => count > 0))];
    }),
  );
}
