import { describe, expect, test } from 'vitest';

import type { ModelDurations } from '~/engine/insight/facts';
import * as fc from '~test/properties';

import { curveOf } from './curve';
import { barsOf, heightsOf, labelled, mostNamed } from './day-bars';
import { beyond, reachOf } from './reach';
import { layoutFor, mostLabels, wordRoom } from './room';
import { marksOf, momentsBetween, scaleTo, unitOf } from './scale';

const MINUTE = 60_000;

describe('a scale', () => {
  test('reaches what it is for, in few round steps', () => {
    expect(scaleTo(585_000, 5)).toEqual({ endMs: 10 * MINUTE, stepMs: 2 * MINUTE });
    expect(unitOf(scaleTo(585_000, 5))).toBe('minutes');
    expect(unitOf(scaleTo(40_000, 5))).toBe('seconds');
    expect(unitOf(scaleTo(140_000, 5))).toBe('clock');
    expect(unitOf(scaleTo(4 * 3_600_000, 5))).toBe('hours');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 2, max: 8 }), (ms, most) => {
        const marks = marksOf(scaleTo(ms, most));
        expect(marks.at(0)).toBe(0);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(ms);
        expect(marks.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  test('of a day has round moments within it', () => {
    const at = (hour: number, minute: number) => new Date(2026, 10, 23, hour, minute).getTime();
    expect(momentsBetween(at(14, 15), at(14, 50), 4)).toEqual(
      [20, 30, 40, 50].map((minute) => at(14, minute)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 2, max: 8 }), (ms, most) => {
        const moments = momentsBetween(at(3, 7), at(3, 7) + ms, most);
        expect(moments.length).toBeLessThanOrEqual(most + 1);
        expect(moments.every((one) => one >= at(3, 7) && one <= at(3, 7) + ms)).toBe(true);
      }),
    );
  });
});

describe('words in a drawing', () => {
  test('never lie over one another, however little room there is', () => {
    const labels = fc.constantFrom('14:15', '24. Nov.', '11月24日');
    const room = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(room, labels, fc.integer({ min: 60_000, max: 1e9 }), (rem, label, ms) => {
        const from = new Date(2026, 10, 23, 3, 7).getTime();
        const places = momentsBetween(from, from + ms, mostLabels(rem, [label])).map((at) => {
          const share = (at - from) / ms;
          // The first stands behind its mark.
          const start = share * rem - (share < 0.05 ? 0 : wordRoom(label) / 2);
          return { start, end: start + wordRoom(label) };
        });
        for (const [index, { start }] of places.entries())
          expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? -Infinity);
      }),
    );
  });

  test('name as many days as there is room for, today’s without touching the one before', () => {
    expect(mostNamed(17.5, 14, ['22'], 'today')).toBeGreaterThanOrEqual(7);
    const words = fc.constantFrom(['22', 'today'], ['24. Nov.', 'heute'], ['11月24日', '今天']);
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 18 }),
        fc.integer({ min: 7, max: 93 }),
        words,
        (room, bars, [day = '', today = '']) => {
          const most = mostNamed(room, bars, [day], today);
          fc.pre(most > 1);
          const places = [...labelled(bars, most)].map((at) => ((at + 0.5) / bars) * room).slice(1);
          const last = (places[0] ?? -Infinity) + wordRoom(day) / 2;
          expect(last).toBeLessThanOrEqual(room - wordRoom(today));
          for (const [index, at] of places.entries())
            expect((places[index - 1] ?? Infinity) - at).toBeGreaterThanOrEqual(wordRoom(day));
        },
      ),
    );
  });

  test('stand below a picture where a phone has a large font', () => {
    expect([1440 / 16, 390 / 16, 360 / 16, 390 / 24].map(layoutFor)).toEqual([
      'wide',
      'narrow',
      'narrow',
      'tight',
    ]);
  });
});

const bin = (fromMs: number, toMs: number, count: number) => ({ fromMs, toMs, count });
const model = (change: Partial<ModelDurations>): ModelDurations => ({
  base: 'https://a.test',
  model: 'm',
  count: 0,
  seconds: null,
  usual: null,
  bins: [],
  todayMs: [],
  today: null,
  pace: 'unsure',
  ...change,
});

describe('the picture of durations', () => {
  test('reaches what nearly all take, and counts the others', () => {
    const bins = [bin(50_000, 60_000, 99), bin(3_500_000, 3_600_000, 1)];
    const slow = model({ bins, todayMs: [70_000, 900_000] });
    expect(reachOf([slow])).toBe(120_000);
    expect(beyond([slow], 120_000)).toBe(2);
    expect(reachOf([])).toBe(0);
    // Without a past, today’s are all there is.
    expect(reachOf([model({ todayMs: [900_000] })])).toBe(900_000);
  });

  test('draws a curve that stands on its line, within its height', () => {
    expect(curveOf([], 1000)).toBe('');
    expect(curveOf([bin(1000, 2000, 0)], 1000)).toBe('');
    const some = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(some, (counts) => {
        const bins = counts.map((count, n) =>
          bin(1000 * 2 ** (n / 8), 1000 * 2 ** ((n + 1) / 8), count),
        );
        const path = curveOf(bins, 60_000);
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const heights = numbers.filter((_, index) => index % 2 === 1);
        expect(path).toMatch(/^M[\d.]+ 100Q.*L[\d.]+ 100$/);
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(12.9);
        expect(Math.max(...heights)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the bars of days', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      day: '',
      at: n,
      ready: 2,
      failed: 1,
      cancelled: 0,
    }));

  test('are weeks where there are many, and lose none', () => {
    expect(barsOf(days(30))).toMatchObject({ areWeeks: false, bars: { length: 30 } });
    const { bars, areWeeks } = barsOf(days(366));
    expect(areWeeks).toBe(true);
    expect(bars.reduce((sum, { ready }) => sum + ready, 0)).toBe(732);
    // The last one is a whole week up to today.
    expect(bars.at(-1)).toEqual({ at: 359, ready: 14, failed: 7 });
  });

  test('fit into their room, up and down alike', () => {
    const { axis, each } = heightsOf([{ at: 0, ready: 58, failed: 9 }], 10, 77);
    expect(axis - 58 * each).toBeCloseTo(10);
    expect(axis + 9 * each).toBeCloseTo(77);
    expect(heightsOf([{ at: 0, ready: 0, failed: 0 }], 10, 77).axis).toBe(10);
  });

  test('have so many labels at most, today’s among them', () => {
    expect([...labelled(14, 7)]).toEqual([13, 11, 9, 7, 5, 3, 1]);
    expect(labelled(93, 4).size).toBeLessThanOrEqual(4);
    expect(labelled(93, 4).has(92)).toBe(true);
    expect([...labelled(1, 4)]).toEqual([0]);
  });
});
