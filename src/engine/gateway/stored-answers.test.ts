import { expect, it } from 'vitest';

import { ageMs, mayBeReused } from './stored-answers';

const OLD = 'Wed, 21 Oct 2015 07:28:00 GMT';

it.each<Record<string, string>>([
  { 'cache-control': 'max-age=60' },
  { 'cache-control': 'public, max-age=99999' },
  { 'cache-control': 'Public' },
  { 'cache-control': 'private' },
  { 'cache-control': 'max-age=0, stale-while-revalidate=60' },
  { 'cache-control': 'immutable, max-age="3600"' },
  { 'last-modified': OLD },
  { expires: OLD },
])('may come from the browser’s store: %j', (headers) => {
  expect(mayBeReused(new Headers(headers))).toBe(true);
});

it.each<Record<string, string>>([
  {},
  { etag: '"1"' },
  { 'cache-control': 'no-store' },
  { 'cache-control': 'no-cache, private', 'last-modified': OLD },
  { 'cache-control': 'max-age=0, private, must-revalidate', etag: '"1"' },
  { 'cache-control': 'public, max-age=60, no-store' },
])('is asked for each time: %j', (headers) => {
  expect(mayBeReused(new Headers(headers))).toBe(false);
});

it.each([
  ['2', 2000],
  ['0', 0],
  ['99999', 60_000],
  ['-1', 0],
  ['1.5', 0],
  ['soon', 0],
])('an answer whose Age is %s is %i ms old', (age, ms) => {
  expect(ageMs(new Headers({ age }))).toBe(ms);
});

it('an answer without an Age is new', () => {
  expect(ageMs(new Headers())).toBe(0);
});
