import { expect, test } from 'vitest';

import { hasMore } from './has-more';

/** A video of 10 s that stands at 2 s. @param ranges what it has, in seconds */
const video = (readyState: number, ranges: readonly [number, number][], is = {}) => ({
  seeking: false,
  readyState,
  currentTime: 2,
  duration: 10,
  buffered: {
    length: ranges.length,
    start: (range: number) => ranges[range]?.[0] ?? 0,
    end: (range: number) => ranges[range]?.[1] ?? 0,
  },
  ...is,
});

test('a video that says so can play on', () => {
  expect(hasMore(video(3, []))).toBe(true);
  expect(hasMore(video(1, [[0, 10]]))).toBe(false);
  expect(hasMore(video(4, [[0, 10]], { seeking: true }))).toBe(false);
});

test('one that says that it has this frame alone can, if what follows is there', () => {
  expect(hasMore(video(2, [[0, 2.1]]))).toBe(false);
  expect(hasMore(video(2, [[2.1, 10]]))).toBe(false);
  expect(
    hasMore(
      video(2, [
        [0, 1],
        [1.9, 2.3],
      ]),
    ),
  ).toBe(true);
});

test('near its end nothing has to follow', () => {
  expect(hasMore(video(2, [[8, 10]], { currentTime: 9.9 }))).toBe(true);
});
