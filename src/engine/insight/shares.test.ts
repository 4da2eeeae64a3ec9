import { expect, it } from 'vitest';

import * as fc from '~test/properties';

import { fractionOf, shareOf, type Fraction, type Share } from './shares';

const partOf = fc
  .integer({ min: 1, max: 200_000 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));

/** Whether a share says what is so. */
const IS_SAID: {
  [K in Share['kind']]: (
    share: Extract<Share, { kind: K }>,
    of: { part: number; whole: number; hundredths: number },
  ) => boolean;
} = {
  of: (share, { part, whole }) => share.part === part && share.whole === whole,
  'less-than-1-of-100': (_, { part, hundredths }) => part > 0 && hundredths < 1,
  'more-than-99-of-100': (_, { part, whole, hundredths }) => part < whole && hundredths > 99,
  'of-100': ({ n, isExact }, { part, whole, hundredths }) =>
    Math.abs(n - hundredths) <= 0.5 &&
    (n === 0) === (part === 0) &&
    (n === 100) === (part === whole) &&
    (!isExact || part * 100 === n * whole),
};

it('a share of a hundred is the nearest whole one, and never none of some or all of not all', () => {
  fc.assert(
    fc.property(partOf, ([part, whole]) => {
      const share = shareOf(part, whole);
      const hundredths = (part / whole) * 100;
      expect(IS_SAID[share.kind](share as never, { part, whole, hundredths })).toBe(true);
    }),
    fc.runs(1000),
  );
});

it.each([
  [29, 407, { kind: 'of-100', n: 7, isExact: false }],
  [1, 400, { kind: 'less-than-1-of-100' }],
  [399, 400, { kind: 'more-than-99-of-100' }],
  [7, 100, { kind: 'of-100', n: 7, isExact: true }],
  [2, 3, { kind: 'of', part: 2, whole: 3 }],
])('%d of %d', (part, whole, share) => {
  expect(shareOf(part, whole)).toEqual(share);
});

/** What each word says, as anybody would understand it: more than this share, and less than that. */
const SAYS: Readonly<Record<Fraction, readonly [above: number, below: number]>> = {
  all: [0.999, 1.001],
  'almost-all': [0.9, 1],
  most: [0.6, 1],
  'more-than-half': [0.5, 1],
  half: [0.499_999, 0.500_001],
  'almost-half': [0.4, 0.5],
  'about-a-third': [0.3, 0.37],
  'about-a-quarter': [0.22, 0.28],
  some: [-1, 2],
};

it('a word for a part is true', () => {
  fc.assert(
    fc.property(partOf, ([part, whole]) => {
      const word = fractionOf(part, whole);
      const [above, below] = SAYS[word];
      const share = part / whole;
      expect(share > above && share < below).toBe(true);
      expect(word !== 'all' || part === whole).toBe(true);
    }),
    fc.runs(1000),
  );
});

it.each([
  [13, 29, 'almost-half'],
  [14, 29, 'almost-half'],
  [15, 29, 'more-than-half'],
  [29, 29, 'all'],
  [1, 1, 'some'],
  [2, 4, 'some'],
  [3, 6, 'half'],
  [20, 21, 'almost-all'],
  [1, 10, 'some'],
])('%d of %d is %s', (part, whole, word) => {
  expect(fractionOf(part, whole)).toBe(word);
});
