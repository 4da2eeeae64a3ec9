// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';

import { aBoard, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

let board: TestBoard;
afterEach(() => board.stop());

it.each([
  ['as is usual', null, 25_000],
  ['as an admin allows', { rate: 1, burst: 5 }, 100_000],
  ['half as often where each takes two requests', { rate: 1, burst: 5, cost: 2 }, 200_000],
])('a turn of a hundred tasks with one key takes its time, %s', (_name, limits, ms) => {
  const tracked = aTracked({ connectionId: 'c1' });
  board = aBoard([[tracked, anAnswer({})]], { limits: () => limits });
  expect(board.engine.turnMs('c1', 100)).toBe(ms);
});
