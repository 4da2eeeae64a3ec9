import { expect, test } from 'vitest';

import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';

import { overallOf } from './overall';

const running = (progress: number | null) =>
  cardOf(aTracked(), anAnswer({ state: 'running', progress }), serviceKeys());
const notUsual = () => null;

test('what has ended or waits for the person is done, the rest as far as it is', () => {
  const standings = { running: 2, ready: 1, attention: 1 };
  expect(overallOf(standings, [running(40), running(null)], notUsual, NOW)).toMatchObject({
    percent: 60,
    ready: 1,
    total: 4,
    running: 2,
  });
});

test('no time is named while anything that runs gives no evidence', () => {
  const standings = { running: 1, ready: 0, attention: 0 };
  expect(overallOf(standings, [running(null)], notUsual, NOW).leftMs).toBeNull();
});

test('an empty board has done nothing', () => {
  expect(overallOf({ running: 0, ready: 0, attention: 0 }, [], notUsual, NOW)).toEqual({
    percent: 0,
    ready: 0,
    total: 0,
    running: 0,
    leftMs: null,
  });
});
