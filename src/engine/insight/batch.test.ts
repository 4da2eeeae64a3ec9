import { describe, expect, it } from 'vitest';

import type { Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { anAnswer, aSighting, aTask, aTracked, NOW, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { batchFactsOf, createCurrentBatch } from './batch';
import { MINUTE } from './test-ended';

const batch = { id: 'b1', name: 'Harbour spot' };
let ids = 0;

function aCard(answer: Answer, change: Partial<TrackedTask> = {}): CardFacts {
  const taskId = `task_${(ids += 1)}`;
  const tracked = aTracked({ taskId, batch, addedAt: NOW - 20 * MINUTE, ...change });
  return cardOf(tracked, answer, serviceKeys());
}

const ready = (from: number, to: number): Answer =>
  anAnswer(
    { state: 'completed', createdAt: NOW - from * MINUTE, completedAt: NOW - to * MINUTE },
    {
      sightings: [
        aSighting({ at: NOW - from * MINUTE, state: 'queued' }),
        aSighting({ at: NOW - (from - 1) * MINUTE }),
        aSighting({ at: NOW - to * MINUTE, state: 'completed' }),
      ],
    },
  );
/** It counts evenly: 60 % after six minutes. */
const running = (): Answer => ({
  ...anAnswer(null),
  task: aTask({ progress: 60 }),
  sightings: [0, 20, 40, 60].map((progress) =>
    aSighting({ at: NOW - (60 - progress) * 6000, progress }),
  ),
  askedAt: NOW,
  answeredAt: NOW,
});
const waiting = (): Answer => anAnswer({ state: 'queued' });

const factsOf = (cards: readonly CardFacts[]) => batchFactsOf(cards, () => null, NOW);

describe('the current batch', () => {
  it('says how many are ready, after how long, and when the last one should be', () => {
    const facts = factsOf([
      aCard(ready(20, 12), { shot: 'SH010' }),
      aCard(ready(20, 10), { shot: 'SH010' }),
      aCard(anAnswer({ state: 'failed', createdAt: NOW - 21.5 * MINUTE }), { shot: 'SH020' }),
      aCard(running(), { shot: 'sh020' }),
    ]);
    expect(facts).toMatchObject({
      id: 'b1',
      name: 'Harbour spot',
      counts: { total: 4, ready: 2, failed: 1, running: 1, waiting: 0, unclear: 0, stuck: 0 },
      says: { kind: 'going', minutes: 21 },
    });
    expect(facts?.lanes.map(({ value, bars }) => [value, bars.length])).toEqual([
      ['SH010', 2],
      ['SH020', 2],
    ]);
    const { from = 0, to = 0 } = facts?.lastReady ?? {};
    expect(from).toBeGreaterThan(NOW + MINUTE);
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThan(NOW + 10 * MINUTE);
    expect(facts?.until).toBe(to);
    expect(facts?.lanes[0]?.bars[0]).toMatchObject({
      state: 'completed',
      from: NOW - 20 * MINUTE,
      runningFrom: NOW - 19 * MINUTE,
      to: NOW - 12 * MINUTE,
    });
  });

  it('does not say when the last one should be ready while that is unknown of one', () => {
    expect(factsOf([aCard(running()), aCard(waiting())])?.lastReady).toBeNull();
    expect(factsOf([aCard(running()), aCard(anAnswer(null))])?.lastReady).toBeNull();
  });

  it('is over when all have ended, and says how long that took', () => {
    expect(factsOf([aCard(ready(20, 12)), aCard(ready(15, 3))])?.says).toMatchObject({
      kind: 'over',
      tookMs: 17 * MINUTE,
    });
  });

  it('is the last one that goes on or, if none does, the last one', () => {
    const other = { id: 'b2', name: null };
    const older = [aCard(running()), aCard(ready(9, 5))];
    const newer = [aCard(ready(8, 4), { batch: other, addedAt: NOW })];
    const alone = aCard(running(), { batch: null });
    expect(createCurrentBatch(() => [...newer, ...older, alone])()).toEqual(older);
    expect(createCurrentBatch(() => [...newer, aCard(ready(9, 5))])()).toEqual(newer);
    expect(createCurrentBatch(() => [alone])()).toEqual([]);
    expect(factsOf([])).toBeNull();
  });

  it('is the same list until something in it changes', () => {
    let cards = [aCard(running()), aCard(waiting())];
    const read = createCurrentBatch(() => cards);
    const before = read();
    cards = [...cards];
    expect(read()).toBe(before);
    cards = [...cards, aCard(waiting())];
    expect(read()).not.toBe(before);
  });
});

it('counts every task once, and draws nothing outside of its time', () => {
  const answer = fc.oneof(
    fc
      .tuple(fc.integer({ min: 3, max: 90 }), fc.integer({ min: 0, max: 2 }))
      .map(([from, to]) => ready(from, to)),
    fc.constantFrom(running(), waiting(), anAnswer({ state: 'failed' }), anAnswer(null)),
  );
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 20 }), (answers) => {
      const facts = factsOf(answers.map((one) => aCard(one)));
      if (!facts) throw new Error('no facts');
      const { total, stuck: _, ...parts } = facts.counts;
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
      for (const { from, runningFrom, to, ready: soon } of facts.lanes.flatMap(
        ({ bars }) => bars,
      )) {
        expect(from).toBeGreaterThanOrEqual(facts.since);
        expect(Math.max(runningFrom ?? from, to ?? from)).toBeLessThanOrEqual(facts.until);
        expect(runningFrom ?? from).toBeGreaterThanOrEqual(from);
        expect(to ?? NOW).toBeGreaterThanOrEqual(from);
        expect(soon?.from ?? NOW).toBeGreaterThanOrEqual(NOW);
      }
    }),
  );
});
