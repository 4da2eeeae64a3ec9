import { expect, it } from 'vitest';

import { shuttleSpeed } from './shuttle';

it.each([
  ['from a stand', 0, 'l', 1],
  ['again', 1, 'l', 2],
  ['and again, up to four times', 4, 'l', 4],
  ['the other way at once', 4, 'j', -1],
  ['faster backwards', -1, 'j', -2],
  ['from backwards to forwards', -2, 'l', 1],
  ['to a stand', 2, 'k', 0],
] as const)('the shuttle goes %s', (_name, speed, key, next) => {
  expect(shuttleSpeed(speed, key)).toBe(next);
});
