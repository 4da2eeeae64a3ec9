import type { NamedSort, Sort, Standing } from '~/core/standing';
import type { ColumnSort } from '~/core/table-columns';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { estimate } from '~/engine/look-ups/forecast/estimate';
import type { Durations } from '~/engine/look-ups/forecast/history';

import type { CardFacts } from './card-of';

/** What to compare in turn, smallest first; in one place all are numbers, or all are not. */
export type Ranks = readonly Rank[];
export type Rank = number | { compareTo: (other: Rank) => number };

/** How a card ranks where a column sorts: loaded with the first such order. */
export type RanksInColumn = (card: CardFacts, sort: ColumnSort) => Ranks;

/** How long similar tasks usually take; null if nothing is known. */
export type UsualOf = (task: TrackedTask) => Durations | null;

/** What decides a card's place in this order at `now`, in epoch ms. */
export function ranksOf(
  card: CardFacts,
  sort: Sort,
  usualOf: UsualOf,
  now: number,
  inColumn: RanksInColumn | null,
): Ranks {
  if (isNamed(sort)) return ORDERS[sort](card, usualOf, now);
  return [...(inColumn?.(card, sort) ?? []), ...newest(card)];
}

function isNamed(sort: Sort): sort is NamedSort {
  return Object.hasOwn(ORDERS, sort);
}

export function compareRanks(a: Ranks, b: Ranks): number {
  for (let place = 0; place < a.length; place += 1) {
    const rank = a[place] ?? 0;
    const other = b[place] ?? 0;
    const difference = typeof rank === 'number' ? rank - (other as number) : rank.compareTo(other);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the places of running tasks change although nothing was heard of them. */
export function changesWithTime(sort: Sort): boolean {
  return sort === 'soonest';
}

type Order = (card: CardFacts, usualOf: UsualOf, now: number) => Ranks;

const newest = ({ tracked }: CardFacts): Ranks => [-Math.floor(tracked.addedAt), tracked.addedAt];
const NEVER = Number.MAX_SAFE_INTEGER;

const ORDERS = {
  // A batch keeps the order it was pasted in: its tasks are a fraction of a millisecond apart.
  newest,
  oldest: ({ tracked }) => [tracked.addedAt],
  soonest: (card, usualOf, now) => [
    SOON[card.standing],
    latestLeft(card, usualOf, now) ?? NEVER,
    WAITS[card.state],
    -(card.task?.progress ?? 0),
    card.task?.queue?.position ?? NEVER,
    ...newest(card),
  ],
  state: (card) => [card.standing === 'attention' ? 0 : BY_STATE[card.state], ...newest(card)],
} as const satisfies Record<NamedSort, Order>;

const SOON = {
  running: 0,
  unseen: 1,
  ready: 2,
  attention: 3,
} as const satisfies Record<Standing, number>;
const WAITS = {
  running: 0,
  queued: 1,
  unknown: 2,
  completed: 3,
  failed: 3,
  cancelled: 3,
} as const satisfies Record<TaskState, number>;
const BY_STATE = {
  failed: 0,
  cancelled: 0,
  running: 1,
  queued: 2,
  unknown: 3,
  completed: 4,
} as const satisfies Record<TaskState, number>;

/** Longest time, in ms, until a running task is ready, as far as known at `now`. */
function latestLeft(
  { standing, answer, tracked }: CardFacts,
  usualOf: UsualOf,
  now: number,
): number | null {
  if (standing !== 'running') return null;
  return estimate(answer, usualOf(tracked), now).remainingMs?.[1] ?? null;
}
