import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { columnCellIn, columnValue } from './column-filter';

test('a cell of any column survives, whatever stands in both', () => {
  const filled = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(filled, filled, (heading, id) => {
      expect(columnCellIn(columnValue({ heading, id }))).toEqual({ heading, id });
    }),
  );
  expect(columnValue({ heading: 'A/B 50%', id: '16/9' })).toBe('A%2FB 50%25/16/9');
});

test('what names no cell is none', () => {
  for (const value of ['', '/', 'Client', 'Client/', '/lumen']) {
    expect(columnCellIn(value)).toBeNull();
  }
});
