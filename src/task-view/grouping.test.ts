import { expect, test } from 'vitest';

import { aTracked } from '~test/builders';

import { groupingIn } from './grouping';

const withShots = { tasks: new Map([['a', aTracked({ shot: 'SH010' })]]) };
const without = { tasks: new Map([['a', aTracked()]]) };
const silent = { group: null, folded: '' };

test('a board begins grouped by shot, if there are shots', () => {
  expect(groupingIn(silent, { grouping: null }, withShots).by).toBe('shot');
  expect(groupingIn(silent, { grouping: null }, without).by).toBe('none');
});

test('what the person last chose is chosen again, with its folds; an address comes first', () => {
  const grouping = { by: 'model', folded: 'a.b' };
  expect(groupingIn(silent, { grouping }, withShots)).toEqual(grouping);
  expect(groupingIn({ group: 'none', folded: '' }, { grouping }, withShots).by).toBe('none');
  const linked = groupingIn({ group: 'shot', folded: 'c' }, { grouping }, withShots);
  expect(linked).toEqual({ by: 'shot', folded: 'c' });
});

test('what no task has, and what nobody knows, groups nothing', () => {
  for (const group of ['shot', 'column:Client', 'constructor', ''])
    expect(groupingIn({ group, folded: '' }, { grouping: null }, without).by).toBe('none');
});
