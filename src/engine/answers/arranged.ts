import { SHOWS, type Show } from '~/core/standing';

import type { CardFacts } from './card-of';

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
