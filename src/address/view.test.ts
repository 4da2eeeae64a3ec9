import { expect, test } from 'vitest';

import { FILTER_NAMES, FILTER_VALUES, type FilterName, type Filters } from '~/core/filters';
import { DENSITIES } from '~/core/density';
import { SHOWS, SORTS } from '~/core/standing';
import * as fc from '~test/properties';

import { COMPARE_MODES, DEFAULT_COMPARISON, MAX_COMPARED } from './comparison';
import { INSIGHT } from './insight';
import { BOARD, type Screen, type ScreenKind } from './screens';
import { DEFAULT_VIEW, formatView, keepAlike, parseView } from './view';

test('an empty address is the whole board, newest first', () => {
  expect(parseView('')).toEqual(DEFAULT_VIEW);
  expect(formatView(DEFAULT_VIEW)).toBe('#/');
});

test('a filtered board can be linked', () => {
  const view = { ...DEFAULT_VIEW, show: 'ready', sort: 'soonest', query: 'red bike' } as const;
  expect(formatView(view)).toBe('#/?show=ready&sort=soonest&q=red+bike');
  expect(parseView('#/?show=ready&sort=soonest&q=red%20bike')).toEqual(view);
});

test('a grouped board can be linked, with what is folded', () => {
  const view = { ...DEFAULT_VIEW, group: 'column:Client', folded: '1x.2y' };
  expect(formatView(view)).toBe('#/?group=column%3AClient&folded=1x.2y');
  expect(parseView(formatView(view))).toEqual(view);
});

test('filters can be linked, and what nobody could have chosen is left out', () => {
  const many = Array.from({ length: 50 }, (_, n) => `tag=${n}`).join('&');
  const long = 'x'.repeat(501);
  const { filters: read } = parseView(
    `#/?picked=yes&stuck=no&added=today&added=week&model=sora-2&model=&service=${long}&${many}`,
  );
  expect(read).toMatchObject({ picked: ['yes'], added: ['today'], model: ['sora-2'] });
  expect(Object.keys(read).toSorted()).toEqual(['added', 'model', 'picked', 'tag']);
  expect(read.tag).toHaveLength(20);
});

test('ids with slashes and colons stay one part of the address', () => {
  const task = { base: 'https://api.example.com', taskId: 'models/veo:1/operations/x' };
  expect(formatView({ ...DEFAULT_VIEW, screen: { kind: 'task', task } })).toBe(
    '#/task/https%3A%2F%2Fapi.example.com/models%2Fveo%3A1%2Foperations%2Fx',
  );
});

const filled = fc.string({ unit: 'grapheme', minLength: 1 });
const ref = fc.record({ base: filled, taskId: filled });
const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);

/** Every screen there is. */
const SCREENS: { [K in ScreenKind]: fc.Arbitrary<Omit<Screen<K>, 'kind'>> } = {
  board: fc.record({}),
  task: fc.record({ task: ref }),
  compare: fc.record({
    comparison: fc.record({
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
  }),
  help: fc.record({ about: fc.constantFrom('', 'safe', 'trouble.auth') }),
  insight: fc.record({ parts: fc.array(fc.constantFrom('', '30', 'Client', '%E0%A4%A')) }),
};

/** All filters, each with any values it may have. */
const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(
    FILTER_NAMES.map((name) => {
      const known = FILTER_VALUES[name];
      const value = known ? fc.constantFrom(...known) : filled;
      const most = known ? 1 : 20;
      return [name, fc.uniqueArray(value, { minLength: 1, maxLength: most })];
    }),
  ) as Record<FilterName, fc.Arbitrary<string[]>>,
  { requiredKeys: [] },
);

test.each(Object.entries(SCREENS))(
  'every view with the screen %s survives the address',
  (kind, shown) => {
    fc.assert(
      fc.property(
        fc.record({
          show: fc.constantFrom(...SHOWS),
          sort: fc.constantFrom(...SORTS, 'up:took', 'down:column:Client'),
          density: fc.constantFrom(null, ...DENSITIES),
          query: fc.string({ unit: 'grapheme' }),
          group: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
          folded: fc.string(),
          filters,
          screen: shown.map((screen) => ({ kind, ...screen }) as Screen),
        }),
        (view) => {
          expect(parseView(formatView(view))).toEqual(view);
        },
      ),
    );
  },
);

test('a comparison is short while nothing is changed in it', () => {
  const videos = [
    { base: 'https://a.test', taskId: 'x:1' },
    { base: 'https://a.test', taskId: 'y' },
  ];
  const screen = { kind: 'compare', comparison: { ...DEFAULT_COMPARISON, videos } } as const;
  expect(formatView({ ...DEFAULT_VIEW, screen })).toBe(
    '#/compare/https%3A%2F%2Fa.test/x%3A1/https%3A%2F%2Fa.test/y',
  );
});

test('pictures keep the filters of the board beside their own', () => {
  const screen = { kind: 'insight', parts: ['30', 'Client', 'lumen'] } as const;
  const view = { ...DEFAULT_VIEW, filters: { model: ['sora-2'] }, screen };
  expect(formatView(view)).toBe('#/insight/30/Client/lumen?model=sora-2');
  expect(parseView(formatView(view))).toEqual(view);
  expect(formatView({ ...view, filters: {}, screen: INSIGHT })).toBe('#/insight');
});

test('what a comparison says wrong becomes the usual', () => {
  expect(parseView('#/compare/a/b/a/b/c?at=x&speed=99&sound=-1').screen).toEqual({
    kind: 'compare',
    comparison: { ...DEFAULT_COMPARISON, videos: [{ base: 'a', taskId: 'b' }] },
  });
});

test.each(['#/compare/', '#/task/a', '#/task/a/b/c', '#/task/%E0%A4%A/x', '#/constructor/a/b'])(
  '%s names no screen, so it is the board',
  (hash) => {
    expect(parseView(hash).screen).toEqual(BOARD);
  },
);

test('what two addresses say alike is the same object, so that nothing of it is rendered again', () => {
  const before = parseView('#/?tag=a&q=x');
  const typed = keepAlike(before, parseView('#/?tag=a&q=xy'));
  expect(typed).toEqual(parseView('#/?tag=a&q=xy'));
  expect(typed.filters).toBe(before.filters);
  expect(typed.screen).toBe(before.screen);
  const other = keepAlike(before, parseView('#/task/a/b?tag=b'));
  expect(other).toEqual(parseView('#/task/a/b?tag=b'));
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const view = parseView(`#/${text}`);
      expect(SHOWS).toContain(view.show);
      expect(() => formatView(view)).not.toThrow();
    }),
  );
});
