import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { DEFAULT_VIEW, formatView, parseView, SHOWS, SORTS } from './view';

test('an empty address is the whole board, newest first', () => {
  expect(parseView('')).toEqual(DEFAULT_VIEW);
  expect(formatView(DEFAULT_VIEW)).toBe('#/');
});

test('a filtered board can be linked', () => {
  const view = { ...DEFAULT_VIEW, show: 'ready', sort: 'soonest', query: 'red bike' } as const;
  expect(formatView(view)).toBe('#/?show=ready&sort=soonest&q=red+bike');
  expect(parseView('#/?show=ready&sort=soonest&q=red%20bike')).toEqual(view);
});

test('ids with slashes and colons stay one part of the address', () => {
  const task = { base: 'https://api.example.com', taskId: 'models/veo:1/operations/x' };
  expect(formatView({ ...DEFAULT_VIEW, task })).toBe(
    '#/task/https%3A%2F%2Fapi.example.com/models%2Fveo%3A1%2Foperations%2Fx',
  );
});

test('every view survives the address', () => {
  const text = fc.string({ unit: 'grapheme' });
  const filled = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(
      fc.record({
        show: fc.constantFrom(...SHOWS),
        sort: fc.constantFrom(...SORTS),
        query: text,
        task: fc.option(fc.record({ base: filled, taskId: filled }), { nil: null }),
      }),
      (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      },
    ),
  );
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const view = parseView(`#/${text}`);
      expect(SHOWS).toContain(view.show);
      expect(() => formatView(view)).not.toThrow();
    }),
  );
  expect(parseView('#/task/%E0%A4%A/x').task).toBeNull();
});
