import { expect, it } from 'vitest';

import { readTime } from './time';

const moment = Date.UTC(2025, 9, 20, 3, 22, 33);

it.each([
  ['seconds', 1_760_930_553, moment],
  ['float seconds', 1_760_930_553.5, moment + 500],
  ['milliseconds', 1_760_930_553_000, moment],
  ['microseconds', 1_760_930_553_000_000, moment],
  ['seconds as text', '1760930553', moment],
  ['ISO', '2025-10-20T03:22:33Z', moment],
  ['ISO with microseconds', '2025-10-20T03:22:33.123456Z', moment + 123],
  ['ISO with a zone', '2025-10-20T05:22:33+0200', moment],
  ['ISO without a zone, which is UTC', '2025-10-20T03:22:33', moment],
  ['a blank and no zone, which is Beijing', '2025-10-20 11:22:33.123', moment + 123],
  ['0', 0, null],
  ['an empty text', '', null],
  ['a text that is no time', 'soon', null],
  ['a moment before there were gateways', 5, null],
  ['no number', Number.NaN, null],
  ['true', true, null],
])('%s', (_name, value, expected) => {
  expect(readTime(value)).toBe(expected);
});
