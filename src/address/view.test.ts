import { expect, test } from 'vitest';

import { SHOWS, SORTS } from '~/core/standing';
import * as fc from '~test/properties';

import {
  COMPARE_MODES,
  DEFAULT_COMPARISON,
  DEFAULT_VIEW,
  formatView,
  MAX_COMPARED,
  parseView,
} from './view';

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
        compare: fc.constant(null),
      }),
      (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      },
    ),
  );
});

test('a whole comparison survives the address', () => {
  const filled = fc.string({ unit: 'grapheme', minLength: 1 });
  const ref = fc.record({ base: filled, taskId: filled });
  const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);
  fc.assert(
    fc.property(
      fc.record({
        videos: fc.uniqueArray(ref, {
          minLength: 1,
          maxLength: MAX_COMPARED,
          selector: (one) => JSON.stringify(one),
        }),
        mode: fc.constantFrom(...COMPARE_MODES),
        at: hundredths(600),
        speed: fc.constantFrom(0.25, 0.5, 1, 2),
        sound: fc.integer({ min: 0, max: MAX_COMPARED }),
        wipe: hundredths(100),
      }),
      (compare) => {
        const view = { ...DEFAULT_VIEW, compare };
        expect(parseView(formatView(view))).toEqual(view);
      },
    ),
  );
});

test('a comparison is short while nothing is changed in it', () => {
  const videos = [
    { base: 'https://a.test', taskId: 'x:1' },
    { base: 'https://a.test', taskId: 'y' },
  ];
  const compare = { ...DEFAULT_COMPARISON, videos };
  expect(formatView({ ...DEFAULT_VIEW, compare })).toBe(
    '#/compare/https%3A%2F%2Fa.test/x%3A1/https%3A%2F%2Fa.test/y',
  );
  expect(parseView('#/compare/a/b/a/b/c?at=x&speed=99&sound=-1').compare).toEqual({
    ...DEFAULT_COMPARISON,
    videos: [{ base: 'a', taskId: 'b' }],
  });
  expect(parseView('#/compare/').compare).toBeNull();
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
