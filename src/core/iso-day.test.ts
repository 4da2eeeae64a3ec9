import { expect, test } from 'vitest';

import { isoDay } from './iso-day';

test('a day is the one on the person’s own calendar', () => {
  expect(isoDay(new Date(2026, 0, 3, 0, 0, 1).getTime())).toBe('2026-01-03');
  expect(isoDay(new Date(2026, 10, 23, 23, 59, 59).getTime())).toBe('2026-11-23');
});
