import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { steppedCard, type CardStep, type Spot } from './card-steps';

/** Two groups: a head, five cards in rows of three; a head, one card; and a folded one. */
const ROWS = [[], ['a', 'b', 'c'], ['d', 'e'], [], ['f'], []];

const at = (row: number, column: number | null): Spot => ({ row, column });
const to = (from: Spot, step: CardStep): string | undefined => {
  const spot = steppedCard(ROWS, from, step);
  return spot === null ? undefined : ROWS[spot.row]?.[spot.column ?? -1];
};

test('the next card follows in its row, in the next row, and below the next head', () => {
  expect(to(at(1, 0), 'next')).toBe('b');
  expect(to(at(1, 2), 'next')).toBe('d');
  expect(to(at(2, 1), 'next')).toBe('f');
  expect(to(at(4, 0), 'previous')).toBe('e');
  expect(to(at(2, 0), 'previous')).toBe('c');
});

test('above and below stay in the column as far as there is one', () => {
  expect(to(at(1, 1), 'below')).toBe('e');
  expect(to(at(1, 2), 'below')).toBe('e');
  expect(to(at(2, 1), 'below')).toBe('f');
  expect(to(at(4, 0), 'above')).toBe('d');
});

test('from the head of a group, its first card is below and the last of the group before above', () => {
  expect(to(at(3, null), 'next')).toBe('f');
  expect(to(at(3, null), 'below')).toBe('f');
  expect(to(at(3, null), 'previous')).toBe('e');
});

test('at either end there is nowhere to go', () => {
  expect(to(at(1, 0), 'previous')).toBeUndefined();
  expect(to(at(4, 0), 'next')).toBeUndefined();
  expect(to(at(1, 1), 'above')).toBeUndefined();
  expect(steppedCard([], at(0, null), 'next')).toBeNull();
});

test('from the first head on, next leads over every card once, and previous back', () => {
  const rows = fc.array(fc.array(fc.constant(''), { maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (shape) => {
      const all = [[], ...shape, []];
      const places = all.flatMap((row, r) => row.map((_, c) => at(r, c)));
      const walk = (from: Spot, step: CardStep): Spot[] => {
        const next = steppedCard(all, from, step);
        return next === null ? [] : [next, ...walk(next, step)];
      };
      expect(walk(at(0, null), 'next')).toEqual(places);
      expect(walk(at(all.length - 1, null), 'previous')).toEqual(places.toReversed());
    }),
  );
});
