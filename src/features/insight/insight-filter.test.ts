import { expect, test } from 'vitest';

import { INSIGHT } from '~/address/insight';

import { daysText, filterOf, SPANS, splitFilters } from './insight-filter';

const NOTHING = { services: [], models: [], batches: [], shots: [], reasons: [], column: null };

test('without a word in the address it is the last two weeks of everything', () => {
  expect(filterOf(INSIGHT, {})).toEqual({ ...NOTHING, days: 14 });
});

test('every span survives the address, and an unknown one is the usual', () => {
  for (const span of SPANS) {
    expect(filterOf({ ...INSIGHT, days: daysText(span) }, {}).days).toBe(span);
  }
  for (const days of ['', '0', '15', '-1', 'x', 'null']) {
    expect(filterOf({ ...INSIGHT, days }, {}).days).toBe(14);
  }
});

test('the board’s filters count as far as they say something of tasks that ended', () => {
  const filters = {
    service: ['https://a.test'],
    model: ['sora-2'],
    reason: ['overload', 'cancelled', 'auth'],
    tag: ['hero'],
    picked: ['yes'],
  };
  expect(filterOf(INSIGHT, filters)).toEqual({
    ...NOTHING,
    days: 14,
    services: ['https://a.test'],
    models: ['sora-2'],
    reasons: ['overload'],
  });
  expect(splitFilters(filters)).toEqual({
    used: { service: ['https://a.test'], model: ['sora-2'], reason: ['overload'] },
    unused: ['picked', 'tag'],
  });
  expect(splitFilters({ reason: ['auth'] })).toEqual({ used: {}, unused: ['reason'] });
});

test('of a column what nobody could have chosen is left out', () => {
  const values = [
    'lumen',
    '',
    'lumen',
    'x'.repeat(501),
    ...Array.from({ length: 50 }, (_, n) => String(n)),
  ];
  const { column } = filterOf({ ...INSIGHT, column: 'Client', values }, {});
  expect(column?.heading).toBe('Client');
  expect(column?.values.slice(0, 2)).toEqual(['lumen', '0']);
  expect(column?.values).toHaveLength(20);
  expect(filterOf({ ...INSIGHT, column: '', values }, {}).column).toBeNull();
  expect(filterOf({ ...INSIGHT, column: 'x'.repeat(501) }, {}).column).toBeNull();
});
