import type { FilterName } from '~/core/filters';
import { SHOWS, type Show } from '~/core/standing';

import type { CardFacts } from './card-of';
import type { Judged } from './judge';

/** No cards, whatever is shown. */
export function noCounts(): Record<Show, number> {
  return Object.fromEntries(SHOWS.map((show) => [show, 0])) as Record<Show, number>;
}

/** The keys of these items, as the known list if it has the same. */
export function sameOr(
  known: readonly string[],
  items: readonly { card: CardFacts }[],
): readonly string[] {
  const isSame =
    known.length === items.length && items.every(({ card }, index) => card.key === known[index]);
  return isSame ? known : items.map(({ card }) => card.key);
}

/** How many of these miss nothing but the search, or one of the filters. */
export function missedAlone(
  items: readonly Judged[],
): Readonly<Partial<Record<FilterName | 'query', number>>> {
  const shows: Partial<Record<FilterName | 'query', number>> = {};
  for (const { found, missed } of items) {
    const only = found ? missed : missed === null ? 'query' : 'several';
    if (only !== null && only !== 'several') shows[only] = (shows[only] ?? 0) + 1;
  }
  return shows;
}
