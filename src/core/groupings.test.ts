import { expect, test } from 'vitest';

import { aTracked } from '~test/builders';

import { groupingsOf } from './groupings';

const tasks = (...made: Parameters<typeof aTracked>) =>
  new Map(made.map((change, index) => [String(index), aTracked(change)]));

test('tasks can be grouped by what some of them have', () => {
  const always = ['service', 'model', 'day', 'reason'];
  expect(groupingsOf(tasks({}))).toEqual(['none', ...always]);
  const table = tasks({ batch: { id: 'b', name: null }, shot: 'SH010', columns: { Client: 'A' } });
  expect(groupingsOf(table)).toEqual(['none', 'batch', 'shot', 'column:Client', ...always]);
});

test('of the columns of a wide table, the first are offered', () => {
  const columns = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`C${n}`, 'x']));
  expect(groupingsOf(tasks({ columns }))).toHaveLength(55);
});
