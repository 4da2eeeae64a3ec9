import type { GroupBy } from '~/core/group-by';
import type { Show, Standing } from '~/core/standing';

import { inOrder, type BoardView, type Item } from './board-order';
import type { CardFacts } from './card-of';
import { groupOf, NO_GROUP } from './group-of';
import { byFirst, byName, type Place } from './group-order';
import { sortable } from './names';
import { createSortedList, type Follower } from './sorted-list';

/** The shown cards of a group, in order. The same object while they stay. */
export interface Section {
  id: string;
  keys: readonly string[];
}

/** What a group's head says, of all its found cards, whatever the filter shows. The same object while it stays. */
export interface GroupFacts {
  id: string;
  /** See `GroupName`; empty where there is none. */
  value: string;
  /** When its first card was added, in epoch ms. */
  addedAt: number;
  total: number;
  standings: Readonly<Record<Standing, number>>;
  /** How many of those that need attention have failed. */
  failed: number;
}

/** The found cards in groups, in order. A changed card costs about the same on a board of any size. */
export interface Groups extends Follower<Item> {
  /** Those with cards that match the filter. The same object while nothing moves. */
  sections(by: GroupBy, view: BoardView): readonly Section[];
  /** The ids of all groups, in order. */
  ids(): readonly string[];
  facts(id: string): GroupFacts | undefined;
  /** The found cards of a group, in order. */
  cards(id: string): readonly CardFacts[];
}

interface Bucket {
  id: string;
  name: string;
  items: ReturnType<typeof createSortedList<Item>>;
  standings: Record<Standing, number>;
  failed: number;
  /** Where it stands among the groups. */
  place: Place<Bucket> | null;
  /** What was last told of it, and whether that may have changed. */
  facts: GroupFacts | null;
  hasOtherFacts: boolean;
  /** Null if it must be made again. */
  section: Section | null;
}

/** @param follow asks for all found cards, and to be told of changes from now on */
export function createGroups(follow: (groups: Follower<Item>) => void): Groups {
  /** Nothing is grouped before it is first asked for. */
  let by: GroupBy | null = null;
  let show: Show = 'all';
  let compare = byFirst;
  let buckets = new Map<string, Bucket>();
  let places = createSortedList<Place<Bucket>>(compare);
  /** What was last told, to tell the same again. */
  let told: readonly Section[] = [];
  let toldOf = new Map<string, Section>();
  let isOutdated = true;

  const idOf = ({ card }: Item): string => groupOf(card, by ?? 'none')?.id ?? NO_GROUP;
  const count = (bucket: Bucket, { card }: Item, step: 1 | -1): void => {
    bucket.standings[card.standing] += step;
    if (card.state === 'failed') bucket.failed += step;
    bucket.hasOtherFacts = true;
  };
  /** Puts a group where its first card, or its name, wants it. */
  const stand = (bucket: Bucket): void => {
    const [first] = bucket.items.items;
    if (!first) buckets.delete(bucket.id);
    if (first && bucket.place?.first === first) return;
    const place = first ? placeOf(bucket, first) : null;
    if (places.replace(bucket.place, place)) isOutdated = true;
    bucket.place = place;
  };
  const move = (bucket: Bucket, before: Item | null, after: Item | null): void => {
    const hasMoved = bucket.items.replace(before, after);
    if (before) count(bucket, before, -1);
    if (after) count(bucket, after, 1);
    if (hasMoved || before?.card.standing !== after?.card.standing) {
      bucket.section = null;
      isOutdated = true;
    }
    stand(bucket);
  };
  const bucketAt = (id: string): Bucket => {
    const known = buckets.get(id);
    if (known) return known;
    const made = newBucket(id);
    buckets.set(id, made);
    return made;
  };

  const sectionOf = (bucket: Bucket): Section => {
    const keys = bucket.items.items.flatMap(({ card }) =>
      show === 'all' || show === card.standing ? card.key : [],
    );
    const known = toldOf.get(bucket.id);
    return (bucket.section = known && isSame(known.keys, keys) ? known : { id: bucket.id, keys });
  };
  const tell = (): void => {
    const sections = places.items
      .map(({ of }) => of.section ?? sectionOf(of))
      .filter(({ keys }) => keys.length > 0);
    if (!isSame(sections, told)) told = sections;
    toldOf = new Map(told.map((section) => [section.id, section]));
    isOutdated = false;
  };

  const sortGroups = (all: readonly Place<Bucket>[]): void => {
    places = createSortedList<Place<Bucket>>(compare);
    places.reset(all.toSorted(compare));
    isOutdated = true;
  };

  const groups: Groups = {
    reset(items) {
      const known = buckets;
      buckets = new Map();
      const sorted = new Map<Bucket, Item[]>();
      for (const item of items) {
        const bucket = bucketAt(idOf(item));
        const own = sorted.get(bucket);
        if (own) own.push(item);
        else sorted.set(bucket, [item]);
        count(bucket, item, 1);
      }
      const made: Place<Bucket>[] = [];
      for (const [bucket, own] of sorted) {
        bucket.items.reset(own);
        bucket.facts = known.get(bucket.id)?.facts ?? null;
        const [first] = own;
        if (first) made.push((bucket.place = placeOf(bucket, first)));
      }
      sortGroups(made);
    },
    replace(before, after) {
      const from = before && bucketAt(idOf(before));
      const to = after && bucketAt(idOf(after));
      if (from === to && from) return move(from, before, after);
      if (from) move(from, before, null);
      if (to) move(to, null, after);
    },
    sections(wanted, view) {
      const order = byName(wanted, view.sort) ?? byFirst;
      const isSorted = order === compare;
      compare = order;
      if (wanted !== by) {
        by = wanted;
        follow(groups);
      } else if (!isSorted) sortGroups(places.items);
      if (view.show !== show) {
        show = view.show;
        for (const bucket of buckets.values()) bucket.section = null;
        isOutdated = true;
      }
      if (isOutdated) tell();
      return told;
    },
    ids: () => places.items.map(({ id }) => id),
    facts(id) {
      const bucket = buckets.get(id);
      return bucket && factsOf(bucket, by ?? 'none');
    },
    cards: (id) => buckets.get(id)?.items.items.map(({ card }) => card) ?? [],
  };
  return groups;
}

function placeOf(bucket: Bucket, first: Item): Place<Bucket> {
  return { id: bucket.id, name: bucket.name, first, of: bucket };
}

function newBucket(id: string): Bucket {
  return {
    id,
    name: sortable(id),
    items: createSortedList<Item>(inOrder),
    standings: { running: 0, ready: 0, attention: 0, unseen: 0 },
    failed: 0,
    place: null,
    facts: null,
    hasOtherFacts: true,
    section: null,
  };
}

function factsOf(bucket: Bucket, by: GroupBy): GroupFacts {
  const { id, items, standings, failed, facts: known } = bucket;
  if (known && !bucket.hasOtherFacts) return known;
  bucket.hasOtherFacts = false;
  const card = items.items[0]?.card;
  const facts: GroupFacts = {
    id,
    value: (card && groupOf(card, by)?.value) ?? '',
    addedAt: card?.tracked.addedAt ?? 0,
    total: items.items.length,
    standings: { ...standings },
    failed,
  };
  return (bucket.facts = known && isSaid(known, facts) ? known : facts);
}

/** Whether both say the same. */
function isSaid(a: GroupFacts, b: GroupFacts): boolean {
  const { standings: one, ...restOfA } = a;
  const { standings: other, ...restOfB } = b;
  return hasSameValues(one, other) && hasSameValues(restOfA, restOfB);
}

function hasSameValues<T extends object>(a: T, b: T): boolean {
  return isSame(Object.values(a), Object.values(b));
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}
