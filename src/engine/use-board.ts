import { useMemo, useSyncExternalStore } from 'react';

import type { FilterName } from '~/core/filters';
import type { Standing } from '~/core/standing';
import { boardIndexOf, type BoardIndex } from '~/engine/answers/board-index';
import type { Arranged, BoardView } from '~/engine/answers/board-order';
import type { Choices } from '~/engine/answers/choices';
import type { CardFacts } from '~/engine/answers/card-of';
import { changesWithTime } from '~/engine/answers/order';
import { useNow } from '~/platform/use-now';

import { useEngine } from './use-engine';

/** How often an order that depends on time is recomputed, in ms. */
const REORDER_MS = 5000;
/** Any other need not be. */
const RARELY_MS = 3_600_000;

/** The whole board, to read in an event; what is rendered needs one of the hooks below. */
export function useBoardIndex(): BoardIndex {
  return boardIndexOf(useEngine());
}

/** The board's cards as this view arranges them; the same object until something in it changes. */
export function useArranged(view: BoardView): Arranged {
  const board = useBoardIndex();
  const now = useBoardTime(view);
  return useSyncExternalStore(board.subscribe, () => board.arranged(view, now));
}

/** The time at which a view is arranged, in epoch ms. */
export function useBoardTime({ sort }: BoardView): number {
  return useNow(changesWithTime(sort) ? REORDER_MS : RARELY_MS);
}

/** How many cards each value of these filters would show in the view that the board is arranged by. */
export function useChoices(view: BoardView, names: readonly FilterName[]): Choices {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, () => board.choices(view, names));
}

/** The number of tasks on the whole board by where they stand. */
export function useStandings(): Readonly<Record<Standing, number>> {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, board.standings);
}

/** Tasks that ended with a video, oldest first. */
export function useFinished(): readonly CardFacts[] {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, board.finished);
}

/** These cards, as far as they are on the board; the same list until one of them changes. */
export function useCards(keys: readonly string[]): readonly CardFacts[] {
  const board = useBoardIndex();
  const read = useMemo(() => readerOf(board, keys), [board, keys]);
  return useSyncExternalStore(board.subscribe, read);
}

function readerOf(board: BoardIndex, keys: readonly string[]): () => readonly CardFacts[] {
  let last: readonly CardFacts[] = [];
  return () => {
    // Read again and again, of thousands: what is the same makes nothing new.
    let at = 0;
    for (const key of keys) {
      const card = board.card(key);
      if (card === undefined) continue;
      if (card !== last[at]) return (last = keys.flatMap((one) => board.card(one) ?? []));
      at += 1;
    }
    if (at !== last.length) last = last.slice(0, at);
    return last;
  };
}

/** The number of unfinished tasks per connection, as far as known. */
export function useUnfinished(): ReadonlyMap<string, number> {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, board.unfinished);
}

/** Services that told nothing of any of their unfinished tasks the last time they were asked. */
export function useOutages(): ReadonlySet<string> {
  const board = useBoardIndex();
  return useSyncExternalStore(board.subscribe, board.outages);
}
