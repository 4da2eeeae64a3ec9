import { expect, it } from 'vitest';

import { NOW } from '~test/builders';

import { insightOf } from './insight-of';
import { ALL, anEnded, seenWith } from './test-ended';

const tasks = [
  anEnded({ columns: { Client: 'North', Row: '1' } }),
  anEnded({ columns: { Client: ' north ', Row: '2' } }),
  anEnded({ columns: { Client: 'South', Row: '3' }, model: 'veo' }),
  anEnded({ columns: { Client: 'South', Row: '4' }, model: null, base: 'https://b.test' }),
];

it('a choice counts what it would show beside the rest of the filter', () => {
  const { choices } = insightOf(seenWith(tasks), { ...ALL, models: ['sora-2'] }, NOW);
  expect(choices.models).toEqual([
    { id: 'sora-2', value: 'sora-2', count: 2 },
    { id: 'veo', value: 'veo', count: 1 },
  ]);
  expect(choices.services.map(({ count }) => count)).toEqual([2]);
  expect(choices.columns).toEqual([
    { heading: 'Client', values: [{ id: 'north', value: 'North', count: 2 }] },
    // Of two tasks both have another one, and that is few.
    {
      heading: 'Row',
      values: [
        { id: '1', value: '1', count: 1 },
        { id: '2', value: '2', count: 1 },
      ],
    },
  ]);
});

it('a column that says something else of each task is not offered', () => {
  const { choices } = insightOf(seenWith(tasks), ALL, NOW);
  expect(choices.columns.map(({ heading }) => heading)).toEqual(['Client']);
});

it('what a choice is called finds it, in any spelling of the board', () => {
  const { choices } = insightOf(seenWith(tasks), ALL, NOW);
  const values = choices.columns[0]?.values.slice(0, 1).map(({ id }) => id) ?? [];
  const filter = { ...ALL, column: { heading: 'Client', values } };
  expect(insightOf(seenWith(tasks), filter, NOW).total).toBe(2);
});
