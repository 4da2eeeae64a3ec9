import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { batchFactsOf, createCurrentBatch } from '~/engine/insight/batch';
import type { BatchFacts } from '~/engine/insight/batch-facts';
import { createBoardEnded } from '~/engine/insight/board-ended';
import type { InsightFacts, InsightFilter } from '~/engine/insight/facts';
import { insightOf } from '~/engine/insight/insight-of';
import { midnightOf } from '~/engine/insight/past/midnight';
import type { Past } from '~/engine/insight/past/past';
import { readPast } from '~/engine/insight/past/past-store';
import { seenOf } from '~/engine/insight/seen';
import { useNow } from '~/platform/use-now';

import { useAllCards } from './use-all-cards';
import { useBoardIndex } from './use-board';
import { useEngine, useTracked } from './use-engine';

/** How often the day, and what is to be expected of a batch, is looked at anew, in ms. */
const DAY_MS = 60_000;
const BATCH_MS = 5000;

/** What was last read of the past; each time Insight is opened it is read again. */
let past: Past | null = null;
const listeners = new Set<() => void>();

function usePast(): Past | null {
  useEffect(() => {
    void readPast().then((found) => {
      past = found;
      for (const listener of listeners) listener();
    });
  }, []);
  return useSyncExternalStore(subscribePast, () => past);
}

function subscribePast(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * The facts about all ended tasks that this browser has seen and the filter leaves; null while they are read for the
 * first time. The same object until something changes. @param filter the same object while it says the same
 */
export function useInsight(filter: InsightFilter): InsightFacts | null {
  const board = useBoardIndex();
  const isWhole = useTracked((state) => state.isWhole);
  const cards = useAllCards();
  const ended = useSyncExternalStore(
    board.subscribe,
    useMemo(() => createBoardEnded(cards), [cards]),
  );
  const known = usePast();
  const today = midnightOf(useNow(DAY_MS));
  const seen = useMemo(() => known && seenOf(ended, known), [ended, known]);
  return useMemo(
    () => (seen && isWhole ? insightOf(seen, filter, today) : null),
    [seen, isWhole, filter, today],
  );
}

/** The facts about the batch that was added last among those that go on or, if none does, of all; null without any. */
export function useCurrentBatch(): BatchFacts | null {
  const board = useBoardIndex();
  const { usual } = useEngine();
  const all = useAllCards();
  const read = useMemo(() => createCurrentBatch(all), [all]);
  const cards = useSyncExternalStore(board.subscribe, read);
  const now = useNow(BATCH_MS);
  return useMemo(() => batchFactsOf(cards, usual, now), [cards, usual, now]);
}
