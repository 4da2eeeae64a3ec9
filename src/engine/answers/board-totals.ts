import type { Show, Standing } from '~/core/standing';
import { isTerminal, mayBeOut } from '~/core/task';

import type { CardFacts } from './card-of';

/** What is said of the board as a whole. Each value is the same object until it changes. */
export interface BoardTotals {
  /** Tells that a card is no longer as it was, is new (`before` is undefined) or gone (`after`). */
  change(before: CardFacts | undefined, after: CardFacts | undefined): void;
  /** The number of tasks by where they stand. */
  standings(): Readonly<Record<Standing, number>>;
  running(): Iterable<CardFacts>;
  /** Tasks that have not ended, as far as known. */
  open(): Iterable<CardFacts>;
  /** Tasks that ended with a video, oldest first. */
  finished(): readonly CardFacts[];
  /** The number of unfinished tasks per connection, as far as known. */
  unfinished(): ReadonlyMap<string, number>;
  /** Services that told nothing of any of their unfinished tasks the last time they were asked. */
  outages(): ReadonlySet<string>;
}

/** How many cards there are: of those found, by filter; of all, by where they stand. */
export interface BoardCounts {
  counts: Readonly<Record<Show, number>>;
  standings: Readonly<Record<Standing, number>>;
}

/** Totals of an empty board. */
export function createBoardTotals(): BoardTotals {
  let standings: Record<Standing, number> = { running: 0, ready: 0, attention: 0, unseen: 0 };
  const running = new Map<string, CardFacts>();
  const open = new Map<string, CardFacts>();
  const finished = new Map<string, CardFacts>();
  let finishedInOrder: readonly CardFacts[] | null = [];
  let unfinished: ReadonlyMap<string, number> = new Map();

  /** By service: how many tasks are unfinished, and how many of those got nothing. */
  const heard = new Map<string, { unfinished: number; out: number }>();
  let outages: ReadonlySet<string> = new Set();

  const hear = (card: CardFacts | undefined, by: 1 | -1): void => {
    if (card === undefined || isTerminal(card.state)) return;
    const { base } = card.tracked;
    const counts = heard.get(base) ?? { unfinished: 0, out: 0 };
    heard.set(base, counts);
    counts.unfinished += by;
    if (card.answer.problem && mayBeOut(card.answer.problem)) counts.out += by;
  };
  const judge = (base: string): void => {
    const { unfinished: all, out } = heard.get(base) ?? { unfinished: 0, out: 0 };
    const isOut = out > 0 && out === all;
    if (outages.has(base) === isOut) return;
    const others = [...outages].filter((one) => one !== base);
    outages = new Set(isOut ? [...others, base] : others);
  };
  const stand = (before: Standing | undefined, after: Standing | undefined): void => {
    if (before === after) return;
    standings = { ...standings };
    if (before) standings[before] -= 1;
    if (after) standings[after] += 1;
  };
  const wait = (before: string | null, after: string | null): void => {
    if (before === after) return;
    const next = new Map(unfinished);
    const add = (connectionId: string | null, by: 1 | -1): void => {
      if (connectionId === null) return;
      const count = (next.get(connectionId) ?? 0) + by;
      if (count > 0) next.set(connectionId, count);
      else next.delete(connectionId);
    };
    add(before, -1);
    add(after, 1);
    unfinished = next;
  };
  return {
    change(before, after) {
      stand(before?.standing, after?.standing);
      wait(waitsOn(before), waitsOn(after));
      hear(before, -1);
      hear(after, 1);
      // A card stays with its service.
      judge((after ?? before)?.tracked.base ?? '');
      if (before) running.delete(before.key);
      if (after?.standing === 'running') running.set(after.key, after);
      if (before) open.delete(before.key);
      if (after && !isTerminal(after.state)) open.set(after.key, after);
      if (hasEnded(before) || hasEnded(after)) finishedInOrder = null;
      if (before) finished.delete(before.key);
      if (after && hasEnded(after)) finished.set(after.key, after);
    },
    standings: () => standings,
    running: () => running.values(),
    open: () => open.values(),
    finished() {
      finishedInOrder ??= [...finished.values()].toSorted(byAge);
      return finishedInOrder;
    },
    unfinished: () => unfinished,
    outages: () => outages,
  };
}

function hasEnded(card: CardFacts | undefined): boolean {
  return card?.state === 'completed' && card.task?.video != null;
}

/** The connection that looks it up; null once it has ended, and without one. */
function waitsOn(card: CardFacts | undefined): string | null {
  return card === undefined || isTerminal(card.state) ? null : card.tracked.connectionId;
}

function byAge(a: CardFacts, b: CardFacts): number {
  return a.tracked.addedAt - b.tracked.addedAt;
}
