import { expect, it } from 'vitest';

import { MAX_RETRY_AFTER_MS, retryAfterMs } from './rate-limit';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

it.each([
  ['retry-after', '20', 20_000],
  ['retry-after', 'Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['retry-after', 'Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['retry-after', '999999', MAX_RETRY_AFTER_MS],
  ['retry-after', 'later', null],
  ['retry-after', '-5', null],
  ['x-ratelimit-reset-requests', '1m30s', 90_000],
  ['x-ratelimit-reset-requests', '120ms', 120],
  ['x-ratelimit-reset', String(now / 1000 + 12), 12_000],
  ['ratelimit-reset', '7', 7000],
  ['x-other', '7', null],
])('%s: %s asks for %s ms', (name, value, expected) => {
  expect(retryAfterMs(new Headers({ [name]: value }), now)).toBe(expected);
});
