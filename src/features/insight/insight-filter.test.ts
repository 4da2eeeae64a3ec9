import { expect, test } from 'vitest';

import { DEFAULT_VIEW, formatView, parseView } from '~/address/view';
import * as fc from '~test/properties';

import { filterOf, readOwn, SPANS, splitFilters, writeOwn } from './insight-filter';

const NOTHING = { services: [], models: [], batches: [], shots: [], reasons: [], column: null };

test('without a word in the address it is the last two weeks of everything', () => {
  expect(filterOf({ parts: [], filters: {} })).toEqual({ ...NOTHING, days: 14 });
  expect(writeOwn(readOwn({ parts: [], filters: {} }), {})).toEqual({ parts: [], filters: {} });
});

test('what is chosen survives the address', () => {
  const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const column = fc.option(
    fc.record({ heading: filled, values: fc.uniqueArray(filled, { maxLength: 20 }) }),
  );
  fc.assert(
    fc.property(fc.record({ days: fc.constantFrom(...SPANS), column }), (own) => {
      const others = { tag: ['hero'] };
      const { parts, filters } = writeOwn(own, others);
      expect(readOwn({ parts, filters })).toEqual(own);
      expect(parts.join('')).not.toMatch(/[/?#]/);
      expect(filters).toMatchObject(others);
      // As the board reads it, and back.
      const hash = formatView({ ...DEFAULT_VIEW, screen: { kind: 'insight', parts }, filters });
      expect(parseView(hash)).toMatchObject({ screen: { kind: 'insight', parts }, filters });
    }),
  );
  const client = { heading: 'Client', values: ['a/b'] };
  expect(writeOwn({ days: 30, column: client }, {})).toEqual({
    parts: ['30'],
    filters: { column: ['Client/a/b'] },
  });
  expect(writeOwn({ days: 14, column: { ...client, values: [] } }, {}).parts).toEqual([
    '14',
    'Client',
  ]);
});

test('values that an older link has in its path are a filter of the board from the first change on', () => {
  const own = readOwn({ parts: ['30', 'Client', 'lumen', 'atlas'], filters: {} });
  expect(own).toEqual({ days: 30, column: { heading: 'Client', values: ['lumen', 'atlas'] } });
  expect(writeOwn(own, {})).toEqual({
    parts: ['30'],
    filters: { column: ['Client/lumen', 'Client/atlas'] },
  });
});

test('of what nobody could have chosen, the usual is left', () => {
  const read = (...parts: string[]) => readOwn({ parts, filters: {} });
  for (const days of ['', '0', '15', '-1', 'x', 'null', '%E0%A4%A']) {
    expect(read(days)).toEqual({ days: 14, column: null });
  }
  expect(read('30', '%E0%A4%A', 'x')).toEqual({ days: 30, column: null });
  expect(read('30', 'x'.repeat(501)).column).toBeNull();
  const many = Array.from({ length: 50 }, (_, n) => String(n));
  const { column } = read('30', 'Client', 'lumen', '', 'lumen', 'x'.repeat(501), ...many);
  expect(column?.values.slice(0, 2)).toEqual(['lumen', '0']);
  expect(column?.values).toHaveLength(20);
  const filters = { column: ['', '/', 'Client', '/x', 'Client/', 'Client/lumen', 'Format/16:9'] };
  expect(readOwn({ parts: [], filters }).column).toEqual({ heading: 'Client', values: ['lumen'] });
});

test('the board’s filters count as far as they say something of tasks that ended', () => {
  const filters = {
    service: ['https://a.test'],
    model: ['sora-2'],
    reason: ['overload', 'cancelled', 'auth'],
    tag: ['hero'],
    picked: ['yes'],
  };
  expect(filterOf({ parts: ['all'], filters })).toEqual({
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
