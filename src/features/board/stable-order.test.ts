import { expect, test } from 'vitest';

import { stableOrder } from './stable-order';
import { COMPACT } from './compact';
import { columnsIn, inRows, LARGE, rowsOf } from './rows';

const all = () => true;
const drawn = { view: '#/', total: 3, keys: ['a', 'b', 'c'] };

test('under the pointer cards keep their places, and new ones come at the end', () => {
  const wanted = { ...drawn, keys: ['d', 'c', 'a', 'b'] };
  expect(stableOrder(drawn, wanted, true, all).keys).toEqual(['a', 'b', 'c', 'd']);
  expect(stableOrder(drawn, wanted, false, all).keys).toEqual(['d', 'c', 'a', 'b']);
});

test('a card that no longer fits the filter stays until the hand is gone', () => {
  expect(stableOrder(drawn, { ...drawn, keys: ['a'] }, true, all).keys).toEqual(['a', 'b', 'c']);
});

test('a removed card goes at once', () => {
  const wanted = { ...drawn, total: 2, keys: ['c', 'a'] };
  expect(stableOrder(drawn, wanted, true, (key) => key !== 'b').keys).toEqual(['a', 'c']);
});

test('what the person asked for follows at once', () => {
  const sorted = { ...drawn, view: '#/?sort=oldest', keys: ['c', 'b', 'a'] };
  expect(stableOrder(drawn, sorted, true, all)).toBe(sorted);
  const added = { ...drawn, total: 4, keys: ['n', 'a', 'b', 'c'] };
  expect(stableOrder(drawn, added, true, all)).toBe(added);
});

test('large cards are at least 300 px wide', () => {
  const widths = [0, 299, 362, 617, 618, 1352];
  expect(widths.map((width) => columnsIn(width, LARGE))).toEqual([1, 1, 1, 1, 2, 4]);
});

test('of compact cards, six stand side by side on a wide screen and two on a phone', () => {
  const widths = [0, 181, 362, 720, 1352];
  expect(widths.map((width) => columnsIn(width, COMPACT))).toEqual([1, 1, 2, 3, 6]);
});

test('cards fill rows, and the rows of held cards are known', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  expect(inRows(keys, 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(rowsOf(inRows(keys, 2), ['e', 'c', 'd', 'gone'])).toEqual([2, 1]);
  expect(inRows(keys, 0)).toEqual([]);
});
