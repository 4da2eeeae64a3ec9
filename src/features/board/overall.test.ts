import { expect, test } from 'vitest';

import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aSighting, aTracked, NOW, serviceKeys } from '~test/builders';

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
