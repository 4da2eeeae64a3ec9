import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { toCsv } from './csv';

test('a table is read by spreadsheet programs, Chinese included', () => {
  expect(
    toCsv([
      ['id', 'prompt'],
      ['v1', '海边的灯塔'],
    ]),
  ).toBe('\uFEFFid,prompt\r\nv1,海边的灯塔\r\n');
});

test('commas, quotes, lines and blanks at the edges stay what they were', () => {
  expect(toCsv([['a,b', 'say "now"', 'two\nlines', ' edge ', null, '']])).toBe(
    '\uFEFF"a,b","say ""now""","two\nlines"," edge ",,\r\n',
  );
});

test('nothing that a service wrote becomes a formula', () => {
  for (const evil of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\v\t1',
    '  =1',
    '＝1',
    '＠a',
  ]) {
    expect(cells(toCsv([[evil]]))).toEqual([[`'${evil}`]]);
  }
});

test('any table can be read back, but for the apostrophe before a formula', () => {
  const cell = fc.option(fc.string({ unit: 'binary', maxLength: 30 }), { nil: null });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      const back = cells(toCsv(rows));
      expect(back).toHaveLength(rows.length);
      for (const [y, row] of rows.entries()) {
        for (const [x, value] of row.entries()) {
          const found = back[y]?.[x] ?? 'none';
          expect([value ?? '', `'${value ?? ''}`]).toContain(found);
          expect(found).not.toMatch(/^\s*[=+\-@\t\r\n]/);
        }
      }
    }),
  );
});

/** A reader of RFC 4180, written apart from the writer. */
function cells(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        cell += csv[at];
        if (csv[at] === '"') at += 1;
      }
      at += 1;
    } else {
      for (; csv[at] !== ',' && csv[at] !== '\r'; at += 1) cell += csv[at];
    }
    row.push(cell);
    if (csv[at] === ',') at += 1;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
