import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { extended, NOTHING, onlyKnown, shareOf, toggled, withAll } from './choose';

const ORDER = ['a', 'b', 'c', 'd', 'e', 'f'];
const chosen = ({ keys }: { keys: ReadonlySet<string> }): string =>
  [...keys].toSorted((a, b) => a.localeCompare(b)).join('');

describe('a range', () => {
  it('goes from the last card that was chosen by itself, in either direction', () => {
    expect(chosen(extended(toggled(NOTHING, 'c'), 'e', ORDER))).toBe('cde');
    expect(chosen(extended(toggled(NOTHING, 'c'), 'a', ORDER))).toBe('abc');
  });

  it('becomes shorter again, and leaves what was chosen before', () => {
    const before = toggled(toggled(NOTHING, 'f'), 'b');
    const long = extended(before, 'e', ORDER);
    expect(chosen(long)).toBe('bcdef');
    expect(chosen(extended(long, 'c', ORDER))).toBe('bcf');
  });

  it('takes out where the anchor was taken out', () => {
    const all = withAll(NOTHING, ORDER, true);
    expect(chosen(extended(toggled(all, 'b'), 'd', ORDER))).toBe('aef');
  });

  it('is one card where the anchor is not shown any more', () => {
    expect(chosen(extended(toggled(NOTHING, 'x'), 'c', ORDER))).toBe('cx');
    expect(chosen(extended(NOTHING, 'c', ORDER))).toBe('c');
  });

  it('goes by where it ends, not by the way there', () => {
    const key = fc.constantFrom(...ORDER);
    fc.assert(
      fc.property(fc.array(key), key, fc.array(key), key, (ones, anchor, way, end) => {
        const before = toggled(ones.reduce(toggled, NOTHING), anchor);
        const along = way.reduce((one, to) => extended(one, to, ORDER), before);
        expect(extended(along, end, ORDER)).toEqual(extended(before, end, ORDER));
      }),
    );
  });
});

it('forgets cards that have gone, and nothing else', () => {
  const two = withAll(NOTHING, ['a', 'b'], true);
  expect(chosen(onlyKnown(two, (key) => key !== 'a'))).toBe('b');
  expect(onlyKnown(two, () => true)).toBe(two);
});

it('tells how much of a group is chosen', () => {
  const { keys } = withAll(NOTHING, ['a', 'b'], true);
  expect([['c'], ['b', 'c'], ['a', 'b']].map((group) => shareOf(keys, group))).toEqual([
    'none',
    'some',
    'all',
  ]);
});
