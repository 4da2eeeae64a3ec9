import { expect, it } from 'vitest';

import { stepSpeed } from './step-speed';

const SPEEDS = [0.25, 0.5, 1, 2];

it.each([
  ['to the next one', 1, 1, 2],
  ['back to the one before', 1, -1, 0.5],
  ['no further than the fastest', 2, 1, 2],
  ['no further than the slowest', 0.25, -1, 0.25],
  ['nowhere from what is faster than all of them', 4, 1, 4],
  ['back to the fastest from there', 4, -1, 2],
  ['nowhere from what is slower than all of them', 0.1, -1, 0.1],
  ['to the neighbours of a speed between two of them', 0.7, 1, 1],
  ['to either of them', 0.7, -1, 0.5],
] as const)('the speed goes %s', (_name, speed, by, next) => {
  expect(stepSpeed(SPEEDS, speed, by)).toBe(next);
});
