import { SHOWS, type Show, type Sort } from '~/core/standing';

import type { CardFacts } from './card-of';
import { CHANGES_WITH_TIME, compareRanks, ranksOf, type Ranks, type UsualOf } from './order';
import { isSameText, textOf, wordsOf } from './search';
import { createSortedList } from './sorted-list';

/** What of the board is shown, and in which order. */
export interface BoardView {
  show: Show;
  sort: Sort;
  query: string;
}

/** A new object whenever a count, the order or any found card's standing changed; the same `keys` while they stay. */
export interface Arranged {
  /** Number of cards that match the search, per filter. */
  counts: Readonly<Record<Show, number>>;
  /** The cards that match the filter too, in order. */
  keys: readonly string[];
}

/** A card and its place in the order the tasks were added, which settles what ranks alike. */
export interface Placed {
  card: CardFacts;
  place: number;
}

/** All cards, searched, counted, filtered and sorted. A changed card costs about the same on a board of any size. */
export interface BoardOrder {
  readonly size: number;
  get(key: string): Placed | undefined;
  keys(): Iterable<string>;
  /** Adds cards or replaces them, and removes others. */
  change(cards: readonly Placed[], removed: readonly string[]): void;
  /** The order is total, so a card never moves without a reason. @param now epoch ms, for orders by time */
  arranged(view: BoardView, now: number): Arranged;
  /** Tells a follower, at once and from now on, which cards are found. */
  follow(follower: Follower): void;
}

/** Arranges the found cards in another way as well; told while this board is asked how it is arranged. */
export interface Follower {
  /** All of them, in order. */
  reset(items: readonly Item[]): void;
  /** One in the place of another; null stands for none. */
  replace(before: Item | null, after: Item | null): void;
}

/** A card as the board's order sees it. */
export interface Item extends Placed {
  ranks: Ranks;
  /** Made when something is searched for. */
  text: string | null;
  found: boolean;
}

/** So many changes at once are placed one by one; from more, and this share of all cards, sorting again is cheaper. */
const FEW = 64;
const MANY = 1 / 16;
const FIRST_VIEW: BoardView = { show: 'all', sort: 'newest', query: '' };

/** An empty board. @param usualOf called for running tasks only */
export function createBoardOrder(usualOf: UsualOf): BoardOrder {
  const items = new Map<string, Item>();
  const sorted = createSortedList<Item>(inOrder);
  const shown = createSortedList<Item>(inOrder);
  let view = FIRST_VIEW;
  let words = wordsOf(view.query);
  let now = 0;
  let counts = noCounts();
  /** The lists must be made again. */
  let isStale = true;
  /** What `last` does not say yet. */
  let hasMoved = false;
  let hasOtherStandings = false;
  let last: Arranged = { counts, keys: [] };
  let follower: Follower | null = null;

  const rank = (card: CardFacts): Ranks => ranksOf(card, view.sort, usualOf, now);
  const isFound = (item: Item): boolean => {
    if (words.length === 0) return true;
    const text = (item.text ??= textOf(item.card));
    return words.every((word) => text.includes(word));
  };
  const fits = ({ found, card }: Item): boolean =>
    found && (view.show === 'all' || view.show === card.standing);
  const ifShown = (item: Item | undefined): Item | null => (item && fits(item) ? item : null);
  const count = (item: Item | undefined, by: 1 | -1): void => {
    if (!item?.found) return;
    counts.all += by;
    const { standing } = item.card;
    if (standing !== 'unseen') counts[standing] += by;
  };

  const put = ({ card, place }: Placed): void => {
    const before = items.get(card.key);
    const text = before && isSameText(before.card, card) ? before.text : null;
    const item: Item = { card, place, text, ranks: [], found: false };
    items.set(card.key, item);
    if (isStale) return;
    item.ranks = rank(card);
    item.found = isFound(item);
    move(before, item);
  };
  const remove = (key: string): void => {
    const before = items.get(key);
    items.delete(key);
    if (!isStale) move(before, undefined);
  };
  const move = (before: Item | undefined, after: Item | undefined): void => {
    sorted.replace(before ?? null, after ?? null);
    if (shown.replace(ifShown(before), ifShown(after))) hasMoved = true;
    follower?.replace(before?.found ? before : null, after?.found ? after : null);
    if (before?.found === after?.found && before?.card.standing === after?.card.standing) return;
    count(before, -1);
    count(after, 1);
    hasOtherStandings = true;
  };

  const sort = (): void => {
    for (const item of items.values()) item.ranks = rank(item.card);
    sorted.reset([...items.values()].toSorted(inOrder));
    isStale = false;
  };
  const filter = (): void => {
    counts = noCounts();
    for (const item of sorted.items) {
      item.found = isFound(item);
      count(item, 1);
    }
    hasOtherStandings = true;
    show();
    lead();
  };
  const lead = (): void => follower?.reset(sorted.items.filter(({ found }) => found));
  const show = (): void => {
    shown.reset(sorted.items.filter(fits));
    hasMoved = true;
  };
  const passTime = (): void => {
    for (const item of sorted.items) {
      if (item.card.standing === 'running') item.ranks = rank(item.card);
    }
    sorted.reset(sorted.items.toSorted(inOrder));
    show();
    lead();
  };

  const look = (wanted: BoardView, at: number): void => {
    const before = view;
    const isLater = at !== now && CHANGES_WITH_TIME[wanted.sort];
    view = wanted;
    now = at;
    if (isStale || wanted.sort !== before.sort) {
      words = wordsOf(wanted.query);
      sort();
      filter();
    } else if (wanted.query !== before.query) {
      words = wordsOf(wanted.query);
      if (isLater) passTime();
      filter();
    } else if (isLater) passTime();
    else if (wanted.show !== before.show) show();
  };

  return {
    get size() {
      return items.size;
    },
    get: (key) => items.get(key),
    keys: () => items.keys(),
    change(cards, removed) {
      if (cards.length + removed.length > Math.max(FEW, items.size * MANY)) isStale = true;
      for (const key of removed) remove(key);
      for (const card of cards) put(card);
    },
    follow(next) {
      follower = next;
      if (!isStale) lead();
    },
    arranged(wanted, at) {
      look(wanted, at);
      const keys = hasMoved ? sameOr(last.keys, shown.items) : last.keys;
      if (hasOtherStandings || keys !== last.keys) last = { counts: { ...counts }, keys };
      hasMoved = false;
      hasOtherStandings = false;
      return last;
    },
  };
}

/** The board's order. */
export function inOrder(a: Item, b: Item): number {
  return compareRanks(a.ranks, b.ranks) || a.place - b.place;
}

function noCounts(): Record<Show, number> {
  return Object.fromEntries(SHOWS.map((show) => [show, 0])) as Record<Show, number>;
}

/** The keys of these items, as the known list if it has the same. */
function sameOr(known: readonly string[], items: readonly Item[]): readonly string[] {
  const isSame =
    known.length === items.length && items.every(({ card }, index) => card.key === known[index]);
  return isSame ? known : items.map(({ card }) => card.key);
}
