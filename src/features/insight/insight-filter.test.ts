import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { filterOf, readOwn, SPANS, splitFilters, writeOwn } from './insight-filter';

const NOTHING = { services: [], models: [], batches: [], shots: [], reasons: [], column: null };

test('without a word in the address it is the last two weeks of everything', () => {
  expect(filterOf([], {})).toEqual({ ...NOTHING, days: 14 });
  expect(writeOwn(readOwn([]))).toEqual([]);
});

test('what is chosen survives the address', () => {
  const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
  const column = fc.option(
    fc.record({ heading: filled, values: fc.uniqueArray(filled, { maxLength: 20 }) }),
  );
  fc.assert(
    fc.property(fc.record({ days: fc.constantFrom(...SPANS), column }), (own) => {
      expect(readOwn(writeOwn(own))).toEqual(own);
      expect(writeOwn(own).join('')).not.toMatch(/[/?#]/);
    }),
  );
  expect(writeOwn({ days: 30, column: { heading: 'Client', values: ['a/b'] } })).toEqual([
    '30',
    'Client',
    'a%2Fb',
  ]);
});

test('of what nobody could have chosen, the usual is left', () => {
  for (const days of ['', '0', '15', '-1', 'x', 'null', '%E0%A4%A']) {
    expect(readOwn([days])).toEqual({ days: 14, column: null });
  }
  expect(readOwn(['30', '%E0%A4%A', 'x'])).toEqual({ days: 30, column: null });
  expect(readOwn(['30', 'x'.repeat(501)]).column).toBeNull();
  const many = Array.from({ length: 50 }, (_, n) => String(n));
  const { column } = readOwn(['30', 'Client', 'lumen', '', 'lumen', 'x'.repeat(501), ...many]);
  expect(column?.values.slice(0, 2)).toEqual(['lumen', '0']);
  expect(column?.values).toHaveLength(20);
});

test('the board’s filters count as far as they say something of tasks that ended', () => {
  const filters = {
    service: ['https://a.test'],
    model: ['sora-2'],
    reason: ['overload', 'cancelled', 'auth'],
    tag: ['hero'],
    picked: ['yes'],
  };
  expect(filterOf(['all'], filters)).toEqual({
    ...NOTHING,
    days: null,
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
