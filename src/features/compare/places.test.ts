import { describe, expect, it } from 'vitest';

import { MAX_COMPARED } from '~/address/comparison';
import * as fc from '~test/properties';

import { placeOfKey, putInto, toggled } from './places';

const LETTERS = 'abcdefg'.split('');

describe('a take is put into a place', () => {
  it.each([
    ['swaps with what stands there', 'abc', 'a', 3, 'cba'],
    ['takes the place of what stands there', 'abc', 'x', 2, 'axc'],
    ['goes to the end where there are gaps before the place', 'a', 'x', 4, 'ax'],
    ['stays where it is', 'abc', 'b', 2, 'abc'],
    ['goes to the last one that there is', 'abc', 'a', 4, 'cba'],
    ['is the first', '', 'x', 3, 'x'],
  ])('and %s', (_, places, key, n, after) => {
    expect(putInto(places.split(''), key, n).join('')).toBe(after);
  });

  it('and each take stands in one place, without gaps, at most one of them another', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...LETTERS), { maxLength: MAX_COMPARED });
    const key = fc.constantFrom(...LETTERS);
    const n = fc.integer({ min: 1, max: MAX_COMPARED });
    fc.assert(
      fc.property(letters, key, n, (places, one, place) => {
        const after = putInto(places, one, place);
        expect(new Set(after).size).toBe(after.length);
        const isMore = !places.includes(one) && place > places.length;
        expect(after).toHaveLength(places.length + (isMore ? 1 : 0));
        expect(after).toContain(one);
        expect(places.filter((other) => !after.includes(other)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it.each([
  ['adds it', 'ab', 'x', 'abx'],
  ['takes it out, and the others close up', 'abc', 'a', 'bc'],
  ['gives it the last place where all are taken', 'abcd', 'x', 'abcx'],
])('choosing a take %s', (_, places, key, after) => {
  expect(toggled(places.split(''), key).join('')).toBe(after);
});

it('only the digits of places stand for one, and none with a key of the browser', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  const read = (key: string, held = {}) => placeOfKey({ key, ...plain, ...held });
  expect(['1', '4', '0', '5', 'a', 'F1', ' '].map((key) => read(key))).toEqual([
    1,
    4,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(read('1', { ctrlKey: true })).toBe(null);
});
