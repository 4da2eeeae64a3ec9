import { expect, test } from 'vitest';

import { idOfRow, layOut } from './section-rows';

const sections = [
  { id: 'sh1', keys: ['a', 'b', 'c'] },
  { id: 'sh2 tea', keys: ['d'] },
];

test('each group has a row for its head, and rows for its cards unless it is folded', () => {
  const { rows, sections: laid } = layOut(sections, (id) => id === 'sh2 tea', 2);
  expect(rows).toEqual([[], ['a', 'b'], ['c'], []]);
  expect([...laid.values()]).toEqual([
    { id: 'sh1', isFolded: false, keys: ['a', 'b', 'c'], head: 0, end: 3 },
    { id: 'sh2 tea', isFolded: true, keys: ['d'], head: 3, end: 4 },
  ]);
});

test('a row keeps its name when a group above it is folded, and the name tells its group', () => {
  const names = (folded: string | null) => layOut(sections, (id) => id === folded, 2).names;
  expect(names('sh1').slice(-2)).toEqual(names(null).slice(-2));
  expect(names(null).map(idOfRow)).toEqual(['sh1', 'sh1', 'sh1', 'sh2 tea', 'sh2 tea']);
});

test('nothing is laid out until the width is known', () => {
  expect(layOut(sections, () => false, 0).rows).toEqual([]);
});
