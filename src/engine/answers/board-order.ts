import { NO_FILTERS, type FilterName, type Filters } from '~/core/filters';
import type { Show, Sort } from '~/core/standing';

import type { CardFacts } from './card-of';
import { missedAlone, noCounts, sameOr } from './arranged';
import { createChoices, type Choices } from './choices';
import { createJudge, type Judged, type SetMarks } from './judge';
import { changesWithTime, compareRanks, ranksOf } from './order';
import type { Ranks, RanksInColumn, UsualOf } from './order';
import { createSortedList, type Follower } from './sorted-list';

/** What of the board is shown, and in which order. */
export interface BoardView {
  show: Show;
  sort: Sort;
  query: string;
  filters: Filters;
}

/** A new object whenever a count, the order or any found card's standing changed; the same `keys` while they stay. */
export interface Arranged {
  /** Number of cards that match the search and the filters, by what is shown. */
  counts: Readonly<Record<Show, number>>;
  /** The cards that are shown, in order. */
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
  follow(follower: Follower<Item>): void;
  /** How many cards each value of these filters would show; the same object until that changes. */
  choices(view: BoardView, names: readonly FilterName[]): Choices;
  /** How many cards would be shown without the search, or without one of the filters. */
  without(view: BoardView): Readonly<Partial<Record<FilterName | 'query', number>>>;
  /** Searches in what the screen says of a card too. */
  searchAlso(words: (card: CardFacts) => string): void;
  /** Makes the text to search of every card, in slices. */
  prepareSearch(slice: () => Promise<void>): Promise<void>;
  /** Tells how columns sort; until then, they do as _Newest first_. */
  sortByColumns(ranks: RanksInColumn): void;
  /** Tells what else is known of some tasks. */
  setMarks: SetMarks;
}

/** A card as the board's order sees it. */
export interface Item extends Placed, Judged {
  ranks: Ranks;
}

/** So many changes at once are placed one by one; from more, and this share of all cards, sorting again is cheaper. */
const FEW = 64;
const MANY = 1 / 16;
const FIRST_VIEW: BoardView = { show: 'all', sort: 'newest', query: '', filters: NO_FILTERS };

/** An empty board. @param usualOf called for running tasks only */
export function createBoardOrder(usualOf: UsualOf): BoardOrder {
  const items = new Map<string, Item>();
  const sorted = createSortedList<Item>(inOrder);
  const shown = createSortedList<Item>(inOrder);
  let view = FIRST_VIEW;
  let now = 0;
  let counts = noCounts();
  /** The lists must be made again. */
  let isStale = true;
  /** What `last` does not say yet. */
  let hasMoved = false;
  let hasOtherStandings = false;
  let last: Arranged = { counts, keys: [] };
  let follower: Follower<Item> | null = null;
  let inColumn: RanksInColumn | null = null;
  const judge = createJudge(usualOf);
  const choices = createChoices(judge.valuesIn);

  const rank = (card: CardFacts): Ranks => ranksOf(card, view.sort, usualOf, now, inColumn);
  const isIn = ({ card }: Item): boolean => view.show === 'all' || view.show === card.standing;
  const fits = (item: Item): boolean => item.found && item.missed === null && isIn(item);
  const ifShown = (item: Item | undefined): Item | null => (item && fits(item) ? item : null);
  const count = (item: Item | undefined, by: 1 | -1): void => {
    if (!item?.found || item.missed === 'several') return;
    if (isIn(item)) choices.count(item, item.missed, by);
    if (item.missed !== null) return;
    counts.all += by;
    const { standing } = item.card;
    if (standing !== 'unseen') counts[standing] += by;
  };

  const put = ({ card, place }: Placed): void => {
    const before = items.get(card.key);
    const text = judge.textFrom(before, card);
    // Written out: a spread makes objects that are slow to read, and each key pressed reads all of them.
    const item: Item = {
      card,
      place,
      text,
      values: {},
      ranks: [],
      found: false,
      missed: null,
      plain: 0,
    };
    items.set(card.key, item);
    if (isStale) return;
    item.ranks = rank(card);
    judge.judge(item);
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
    follower?.replace(ifCounted(before), ifCounted(after));
    count(before, -1);
    count(after, 1);
    if (isCounted(before) !== isCounted(after) || before?.card.standing !== after?.card.standing)
      hasOtherStandings = true;
  };

  const sort = (): void => {
    for (const item of items.values()) item.ranks = rank(item.card);
    sorted.reset([...items.values()].toSorted(inOrder));
    isStale = false;
  };
  const recount = (): void => {
    counts = noCounts();
    choices.reset();
    for (const item of sorted.items) count(item, 1);
  };
  const filter = (again: 'all' | 'found' | 'none'): void => {
    for (const item of sorted.items) {
      if (again === 'all' || (again === 'found' && item.found)) judge.judge(item);
    }
    recount();
    hasOtherStandings = true;
    show();
    lead();
  };
  const lead = (): void => follower?.reset(sorted.items.filter(isCounted));
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
    const isLater = at !== now && changesWithTime(wanted.sort);
    const again = judge.aim(wanted, at);
    view = wanted;
    now = at;
    if (isStale || wanted.sort !== before.sort) {
      sort();
      filter('all');
    } else if (again !== 'none' || wanted.show !== before.show) {
      if (isLater) passTime();
      filter(again);
    } else if (isLater) passTime();
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
    choices(wanted, names) {
      const isNew = choices.ask(names);
      look(wanted, now);
      if (isNew) recount();
      return choices.said();
    },
    without(wanted) {
      look(wanted, now);
      return missedAlone(sorted.items.filter(isIn));
    },
    searchAlso(said) {
      judge.searchAlso(said);
      for (const item of items.values()) item.text = null;
      if (!isStale) filter('all');
    },
    async prepareSearch(slice) {
      for (const item of items.values()) {
        judge.prepare(item);
        await slice();
      }
    },
    sortByColumns(ranks) {
      inColumn = ranks;
      isStale = true;
    },
    setMarks(name, marks) {
      const isNews = judge.setMarks(name, marks);
      for (const item of items.values()) if (isNews(item.card.key)) put(item);
    },
  };
}

/** The board's order. */
export function inOrder(a: Item, b: Item): number {
  return compareRanks(a.ranks, b.ranks) || a.place - b.place;
}

function ifCounted(item: Item | undefined): Item | null {
  return item && isCounted(item) ? item : null;
}

function isCounted(item: Item | undefined): boolean {
  return item !== undefined && item.found && item.missed === null;
}
