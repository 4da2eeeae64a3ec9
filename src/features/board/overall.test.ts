import { expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { cardOf } from '~/engine/answers/card-of';
import { batchFactsOf } from '~/engine/insight/batch';
import { anAnswer, aSighting, aTracked, NOW, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { overallOf } from './overall';

const running = (progress: number | null) =>
  cardOf(aTracked(), anAnswer({ state: 'running', progress }), serviceKeys());
const NONE = { running: 0, ready: 0, attention: 0, unseen: 0 };
const notUsual = () => null;

test('what has ended or waits for the person is done, the rest as far as it is', () => {
  const standings = { ...NONE, running: 2, ready: 1, attention: 1 };
  expect(overallOf(standings, [running(40), running(null)], notUsual, NOW)).toMatchObject({
    percent: 60,
    ready: 1,
    total: 4,
    running: 2,
  });
});

test('no time is named while anything that runs gives no evidence', () => {
  const standings = { ...NONE, running: 1 };
  expect(overallOf(standings, [running(null)], notUsual, NOW).leftMs).toBeNull();
});

test('what nobody has heard of is part of the whole, and no time is named beside it', () => {
  const known = [
    [0, 0],
    [10_000, 10],
    [50_000, 50],
  ].map(([after = 0, progress = 0]) => aSighting({ at: NOW - 50_000 + after, progress }));
  const task = { state: 'running', progress: 50 } as const;
  const sure = cardOf(aTracked(), anAnswer(task, { sightings: known }), serviceKeys());
  const of = (unseen: number) => overallOf({ ...NONE, running: 1, unseen }, [sure], notUsual, NOW);
  expect(of(0)).toMatchObject({ total: 1, leftMs: expect.any(Number) as number });
  expect(of(3)).toMatchObject({ total: 4, running: 1, ready: 0, leftMs: null });
});

test('an empty board has done nothing', () => {
  expect(overallOf(NONE, [], notUsual, NOW)).toEqual({
    percent: 0,
    ready: 0,
    total: 0,
    running: 0,
    leftMs: null,
  });
});

test('a batch will be done when Insight says so, unless a part of it waits for the person', () => {
  let ids = 0;
  const inBatch = (answer: Answer) =>
    cardOf(
      aTracked({ taskId: `t${(ids += 1)}`, batch: { id: 'b1', name: null } }),
      answer,
      serviceKeys(),
    );
  /** It counts evenly, at so many ms for a percent. */
  const even = fc
    .tuple(fc.integer({ min: 500, max: 20_000 }), fc.integer({ min: 10, max: 90 }))
    .map(([perPercent, progress]) =>
      anAnswer(
        { state: 'running', progress },
        {
          sightings: [0, 0.5, 1].map((part) =>
            aSighting({
              at: NOW - progress * (1 - part) * perPercent,
              progress: Math.round(part * progress),
            }),
          ),
        },
      ),
    );
  const refused = { kind: 'auth', message: null, httpStatus: 401, retryAfterMs: null } as const;
  const any = fc.oneof(
    { weight: 4, arbitrary: even },
    fc.constantFrom(
      anAnswer({ state: 'completed' }),
      anAnswer({ state: 'failed' }),
      anAnswer({ state: 'running', progress: null }),
      anAnswer(null, { problem: refused }),
    ),
  );
  let both = 0;
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (answers) => {
      const cards = answers.map(inBatch);
      const standings = { ...NONE };
      for (const { standing } of cards) standings[standing] += 1;
      const running = cards.filter(({ standing }) => standing === 'running');
      const { leftMs } = overallOf(standings, running, notUsual, NOW);
      const facts = batchFactsOf(cards, notUsual, NOW);
      if (facts?.lastReady) both += 1;
      const isSame = facts?.lastReady
        ? Math.abs(facts.lastReady.to - NOW - (leftMs ?? 0)) < 1
        : leftMs === null || standings.attention > 0;
      expect(isSame).toBe(true);
    }),
    fc.runs(300),
  );
  expect(both).toBeGreaterThan(10);
});
