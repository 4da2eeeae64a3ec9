import { expect, test } from 'vitest';

import { stepped } from './steps';

const SIZE = { rows: 100, columns: 5, page: 20 };
const press = (key: string, { ctrlKey = false, row = 50, column = 2 } = {}) => {
  const to = stepped({ row, column }, { key, ctrlKey, metaKey: false }, SIZE);
  return to && [to.row, to.column];
};

test('arrows lead to the next cell, and above the first row to the head', () => {
  expect(press('ArrowUp')).toEqual([49, 2]);
  expect(press('ArrowDown')).toEqual([51, 2]);
  expect(press('ArrowLeft')).toEqual([50, 1]);
  expect(press('ArrowRight')).toEqual([50, 3]);
  expect(press('ArrowUp', { row: 0 })).toEqual([-1, 2]);
});

test('Home and End lead along the row, with Ctrl through the table', () => {
  expect(press('Home')).toEqual([50, 0]);
  expect(press('End')).toEqual([50, 4]);
  expect(press('Home', { ctrlKey: true })).toEqual([0, 0]);
  expect(press('End', { ctrlKey: true })).toEqual([99, 4]);
  expect(press('PageDown')).toEqual([70, 2]);
});

test('nothing leads out of the table', () => {
  expect(press('ArrowDown', { row: 99 })).toEqual([99, 2]);
  expect(press('ArrowUp', { row: -1 })).toEqual([-1, 2]);
  expect(press('ArrowRight', { column: 4 })).toEqual([50, 4]);
  expect(press('PageUp', { row: 3 })).toEqual([0, 2]);
});

test('other keys are nobody’s here', () => {
  expect(press('j')).toBeNull();
});
