import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { batchFactsOf, createCurrentBatch } from '~/engine/insight/batch';
import type { BatchFacts } from '~/engine/insight/batch-facts';
import { createBoardEnded } from '~/engine/insight/board-ended';
import { usualFrom } from '~/engine/insight/chosen';
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

/** What was last read of the past, and from which moment on; each time Insight is opened it is read again. */
let past: { from: number; known: Past } | null = null;
/** What is being read, or has just been. */
let reading: { from: number; at: number } | null = null;
const listeners = new Set<() => void>();

/** So long what was read is as good as new, in ms: it was read for somebody who was about to open Insight. */
const FRESH_MS = 5000;

/** Reads what the pictures will be made of, unless that has just been done. @param days that will be shown; null for all */
export function readPastAhead(days: number | null): void {
  void readFrom(usualFrom(days, Date.now()));
}

async function readFrom(wanted: number): Promise<void> {
  // The clock may have been set back.
  const age = Math.abs(Date.now() - (reading?.at ?? 0));
  if (reading !== null && age < FRESH_MS && reading.from <= wanted) return;
  // Never less than was read before: somebody else may look at it.
  const from = Math.min(wanted, reading?.from ?? wanted);
  const mine = { from, at: Date.now() };
  reading = mine;
  const known = await readPast(from);
  if (reading !== mine) return;
  past = { from, known };
  for (const listener of listeners) listener();
}

/** The past from a moment on, and perhaps more of it; null while it is read for the first time. */
function usePast(from: number): Past | null {
  useEffect(() => {
    void readFrom(from);
  }, [from]);
  const read = useSyncExternalStore(subscribePast, () => past);
  return read !== null && read.from <= from ? read.known : null;
}

function subscribePast(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * The facts about all ended tasks that this browser has seen and the filter leaves; null while they are read for the
 * first time. The same object until something changes; while more of the past is read, those there were.
 * @param filter the same object while it says the same
 */
export function useInsight(filter: InsightFilter): InsightFacts | null {
  const board = useBoardIndex();
  const isWhole = useTracked((state) => state.isWhole);
  const cards = useAllCards();
  const ended = useSyncExternalStore(
    board.subscribe,
    useMemo(() => createBoardEnded(cards), [cards]),
  );
  const today = midnightOf(useNow(DAY_MS));
  const known = usePast(usualFrom(filter.days, today));
  const seen = useMemo(() => known && seenOf(ended, known), [ended, known]);
  const facts = useMemo(
    () => (seen && isWhole ? insightOf(seen, filter, today) : null),
    [seen, isWhole, filter, today],
  );
  const [last, setLast] = useState(facts);
  if (facts && facts !== last) setLast(facts);
  return facts ?? last;
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
