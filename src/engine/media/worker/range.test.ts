import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { PIECE_BYTES, pieceOf, readRange } from './range';

test('reads the ranges that players send, and nothing else', () => {
  expect(readRange(null)).toEqual({ start: 0, end: null });
  expect(readRange('bytes=0-')).toEqual({ start: 0, end: null });
  expect(readRange('bytes=5-9')).toEqual({ start: 5, end: 9 });
  for (const odd of ['bytes=-5', 'bytes=9-5', 'bytes=0-1,3-4', 'items=0-', '']) {
    expect(readRange(odd)).toBeNull();
  }
});

test('pieces asked for one after another make the whole, each of them small', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: PIECE_BYTES * 5 }), (total) => {
      let next = 0;
      let pieces = 0;
      while (next < total) {
        const { start, end } = pieceOf({ start: next, end: null }, total);
        expect(start).toBe(next);
        expect(end - start).toBeLessThan(PIECE_BYTES);
        next = end + 1;
        pieces += 1;
      }
      expect(next).toBe(total);
      expect(pieces).toBe(Math.ceil(total / PIECE_BYTES));
    }),
  );
});
