import type { StoreApi } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { ConnectionsState, TrackedState } from '~/engine/state';

import type { Answers } from './answers';
import {
  createBoardOrder,
  type Arranged,
  type BoardOrder,
  type BoardView,
  type Placed,
} from './board-order';
import { createBoardTotals, type BoardCounts, type BoardTotals } from './board-totals';
import { cardOf, type CardFacts } from './card-of';
import type { UsualOf } from './order';
import { basesWithOtherKeys, keysOf } from './service-keys';

/** How often, at most, the board takes in answers, in ms: a burst of them causes one render. */
export const BOARD_INTERVAL = 200;

/** What the index reads: the engine. */
interface BoardSources {
  readonly lastCounts: BoardCounts | null;
  readonly answers: Answers;
  readonly tracked: StoreApi<TrackedState>;
  readonly connections: StoreApi<ConnectionsState>;
  usual: UsualOf;
}

/** The whole board, kept up to date card by card, for whoever shows more than one task. */
export interface BoardIndex
  extends Omit<BoardOrder, 'size' | 'get' | 'keys' | 'change'>, Omit<BoardTotals, 'change'> {
  /** Called at once for what the person changed, and at most every `BOARD_INTERVAL` ms for answers. */
  subscribe(changed: () => void): () => void;
  card(key: string): CardFacts | undefined;
}

const indexes = new WeakMap<BoardSources, BoardIndex>();

/** One for all who read it, so that each change is taken in once and everything renders together. */
export function boardIndexOf(sources: BoardSources): BoardIndex {
  const known = indexes.get(sources);
  if (known) return known;
  const made = createBoardIndex(sources);
  indexes.set(sources, made);
  return made;
}

const NO_TASKS: TrackedState['tasks'] = new Map();

function createBoardIndex({
  lastCounts,
  answers,
  tracked,
  connections,
  usual,
}: BoardSources): BoardIndex {
  const order = createBoardOrder(usual);
  const totals = createBoardTotals();
  const listeners = new Set<() => void>();
  let tasks = NO_TASKS;
  let keys = connections.getState();
  let lastPlace = 0;
  /** Tasks with answers that have not been taken in. */
  const outdated = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (cards: readonly Placed[], removed: readonly string[]): void => {
    for (const key of removed) totals.change(order.get(key)?.card, undefined);
    for (const { card } of cards) totals.change(order.get(card.key)?.card, card);
    order.change(cards, removed);
  };
  /** Takes in what was added, removed, renamed or given another key since the last time. */
  const catchUp = (): void => {
    const before = { tasks, keys };
    tasks = tracked.getState().tasks;
    keys = connections.getState();
    if (tasks === before.tasks && keys === before.keys) return;
    const bases = keys === before.keys ? NO_BASES : basesWithOtherKeys(before.keys, keys);
    if (tasks === before.tasks && bases.size === 0) return;
    const cards: Placed[] = [];
    let previous = 0;
    for (const [key, task] of tasks) {
      const known = order.get(key);
      // Removed and restored, it is behind others that were before it.
      const stays = known !== undefined && known.place > previous;
      const place = stays ? known.place : (lastPlace += 1);
      previous = place;
      if (stays && known.card.tracked === task && !bases.has(task.base)) continue;
      cards.push({ card: cardOf(task, answers.get(task), keysOf(keys, task.base)), place });
    }
    const added = cards.filter(({ card }) => order.get(card.key) === undefined).length;
    const isAnyGone = order.size + added > tasks.size;
    change(cards, isAnyGone ? [...order.keys()].filter((key) => !tasks.has(key)) : []);
  };
  const takeIn = (): void => {
    const cards = [...outdated].flatMap((key): Placed[] => {
      const known = order.get(key);
      if (!known) return [];
      const { tracked: task, answer } = known.card;
      const after = answers.get(task);
      if (after === answer) return [];
      return [{ card: cardOf(task, after, keysOf(keys, task.base)), place: known.place }];
    });
    outdated.clear();
    change(cards, []);
  };
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const takeInSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      catchUp();
      takeIn();
      notify();
    }, BOARD_INTERVAL);
  };
  answers.subscribe(({ ref }) => {
    outdated.add(refKey(ref));
    if (listeners.size > 0) takeInSoon();
  });
  tracked.subscribe(notify);
  connections.subscribe(notify);

  /** What was last known of the board, while a part of it is missing. */
  const guessed = (): BoardCounts | null => (tracked.getState().isWhole ? null : lastCounts);
  let partly: { arranged: Arranged; said: Arranged } | null = null;
  const counted = (arranged: Arranged): Arranged => {
    const guess = guessed();
    if (!guess) return arranged;
    if (partly?.arranged !== arranged)
      partly = { arranged, said: { ...arranged, counts: guess.counts } };
    return partly.said;
  };

  /** What `read` says after everything the person changed. */
  const upToDate =
    <Args extends unknown[], T>(read: (...args: Args) => T) =>
    (...args: Args): T => {
      catchUp();
      return read(...args);
    };
  return {
    subscribe(changed) {
      listeners.add(changed);
      // Answers may have come since the last render. Taking them in now would render a large board twice.
      if (outdated.size > 0) takeInSoon();
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    arranged: upToDate((view: BoardView, now: number) => counted(order.arranged(view, now))),
    follow: order.follow,
    choices: upToDate(order.choices),
    without: upToDate(order.without),
    searchAlso(said) {
      order.searchAlso(said);
      notify();
    },
    prepareSearch: upToDate(order.prepareSearch),
    sortByColumns(ranks) {
      order.sortByColumns(ranks);
      notify();
    },
    setKept(kept) {
      order.setKept(kept);
      notify();
    },
    card: upToDate((key: string) => order.get(key)?.card),
    standings: upToDate(() => guessed()?.standings ?? totals.standings()),
    // What is said of all running tasks is said when all are known.
    running: upToDate(() => (guessed() ? [] : totals.running())),
    open: upToDate(totals.open),
    finished: upToDate(totals.finished),
    unfinished: upToDate(totals.unfinished),
    outages: upToDate(totals.outages),
  };
}

const NO_BASES: ReadonlySet<string> = new Set();
