import { isTerminal } from '~/core/task';
import { timesOf } from '~/core/times';
import type { CardFacts } from '~/engine/answers/card-of';
import { groupOfTracked } from '~/engine/answers/group-of';
import type { UsualOf } from '~/engine/answers/order';
import { estimate } from '~/engine/look-ups/forecast/estimate';

import type { BatchBar, BatchFacts, BatchLane, BatchSentence } from './batch-facts';

/** The cards of the batch that was added last among those that go on or, if none does, of all; empty without any. */
function currentBatchIn(cards: Iterable<CardFacts>): readonly CardFacts[] {
  const batches = new Map<string, { cards: CardFacts[]; addedAt: number; goesOn: boolean }>();
  for (const card of cards) {
    const { batch, addedAt } = card.tracked;
    if (batch === null) continue;
    const known = batches.get(batch.id) ?? { cards: [], addedAt: 0, goesOn: false };
    batches.set(batch.id, known);
    known.cards.push(card);
    known.addedAt = Math.max(known.addedAt, addedAt);
    known.goesOn ||= card.standing === 'running';
  }
  const [current] = [...batches.values()].toSorted(
    (a, b) => Number(b.goesOn) - Number(a.goesOn) || b.addedAt - a.addedAt,
  );
  return current?.cards ?? [];
}

/** Reads the cards of the current batch: the same list until one of them, or which batch it is, changes. */
export function createCurrentBatch(all: () => Iterable<CardFacts>): () => readonly CardFacts[] {
  let last: readonly CardFacts[] = [];
  return () => {
    const cards = currentBatchIn(all());
    const isSame = cards.length === last.length && cards.every((one, at) => one === last[at]);
    if (!isSame) last = cards;
    return last;
  };
}

/** The picture of one batch; null of no cards. @param now epoch ms */
export function batchFactsOf(
  cards: readonly CardFacts[],
  usualOf: UsualOf,
  now: number,
): BatchFacts | null {
  const batch = cards[0]?.tracked.batch;
  if (!batch) return null;
  const bars = cards.map((card) => ({ card, bar: barOf(card, usualOf, now) }));
  const all = bars.map(({ bar }) => bar);
  const counts = countsOf(all);
  const since = Math.min(...all.map(({ from }) => from));
  const lastReady = lastReadyOf(all);
  return {
    id: batch.id,
    name: batch.name,
    addedAt: Math.min(...cards.map(({ tracked }) => tracked.addedAt)),
    since,
    now,
    until: Math.max(now, lastReady?.to ?? now, ...all.map(({ to }) => to ?? now)),
    counts,
    lanes: lanesOf(bars),
    lastReady,
    says: sentenceOf(all, counts, lastReady, since, now),
  };
}

function barOf(
  { key, tracked, answer, state, standing, trouble }: CardFacts,
  usualOf: UsualOf,
  now: number,
): BatchBar {
  const { since, endedAt } = timesOf(tracked, answer);
  const from = Math.min(since, endedAt ?? now);
  const isOver = isTerminal(state);
  const isUnclear = !isOver && standing !== 'running';
  const { remainingMs, stillMs } = estimate(answer, usualOf(tracked), now);
  const goesOn = !isOver && !isUnclear;
  const first = answer.sightings.find((one) => one.state === 'running');
  const hasWaited = answer.sightings.some((one) => one.state === 'queued');
  // What was never seen waiting may have run from the beginning.
  const ran = first !== undefined || isOver;
  return {
    key,
    state,
    isUnclear,
    isStuck: goesOn && trouble === null && stillMs !== null,
    from,
    runningFrom: !ran ? null : hasWaited ? ((first && Math.max(from, first.at)) ?? null) : from,
    to: endedAt,
    ready: goesOn && remainingMs ? { from: now + remainingMs[0], to: now + remainingMs[1] } : null,
  };
}

const goesOn = ({ state, isUnclear }: BatchBar): boolean => !isTerminal(state) && !isUnclear;

function countsOf(bars: readonly BatchBar[]): BatchFacts['counts'] {
  const of = (is: (bar: BatchBar) => boolean): number => bars.filter(is).length;
  return {
    total: bars.length,
    waiting: of((bar) => goesOn(bar) && bar.state === 'queued'),
    running: of((bar) => goesOn(bar) && bar.state !== 'queued'),
    ready: of(({ state }) => state === 'completed'),
    failed: of(({ state }) => state === 'failed'),
    cancelled: of(({ state }) => state === 'cancelled'),
    unclear: of(({ isUnclear }) => isUnclear),
    stuck: of(({ isStuck }) => isStuck),
  };
}

/** It can be said if it can of each that goes on, and all of them do go on. */
function lastReadyOf(bars: readonly BatchBar[]): BatchFacts['lastReady'] {
  const open = bars.filter(({ state }) => !isTerminal(state));
  const ready = open.flatMap((bar) => (bar.isStuck || bar.ready === null ? [] : bar.ready));
  if (ready.length === 0 || ready.length < open.length) return null;
  return {
    from: Math.max(...ready.map(({ from }) => from)),
    to: Math.max(...ready.map(({ to }) => to)),
  };
}

function lanesOf(bars: readonly { card: CardFacts; bar: BatchBar }[]): readonly BatchLane[] {
  const lanes = new Map<string, { id: string; value: string; bars: BatchBar[] }>();
  for (const { card, bar } of bars) {
    const { id, value } = groupOfTracked(card.tracked, 'shot') ?? { id: '', value: '' };
    const lane = lanes.get(id) ?? { id, value, bars: [] };
    lanes.set(id, lane);
    lane.bars.push(bar);
  }
  return [...lanes.values()];
}

function sentenceOf(
  bars: readonly BatchBar[],
  counts: BatchFacts['counts'],
  lastReady: BatchFacts['lastReady'],
  since: number,
  now: number,
): BatchSentence {
  if (bars.some(({ state }) => !isTerminal(state))) {
    const minutes = Math.max(0, Math.floor((now - since) / 60_000));
    return { kind: 'going', counts, minutes, lastReady };
  }
  const ends = bars.map(({ to }) => to);
  const last = ends.reduce<number | null>(
    (latest, to) => (latest === null || to === null ? null : Math.max(latest, to)),
    0,
  );
  return { kind: 'over', counts, tookMs: last === null ? null : Math.max(0, last - since) };
}
