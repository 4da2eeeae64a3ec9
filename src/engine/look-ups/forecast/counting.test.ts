import { describe, expect, it } from 'vitest';

import { aSighting, NOW } from '~test/builders';
import * as fc from '~test/properties';
import { countedForecast, knotsOf, lineOf, stepOf, type Line } from './counting';
import { quantiles } from './forecast';
import type { Durations } from './history';

type Seen = readonly [second: number, progress: number | null];

function seenAt(...seen: Seen[]): Parameters<typeof knotsOf>[0] {
  return seen.map(([second, progress]) => aSighting({ at: NOW + second * 1000, progress }));
}

function line(...seen: Seen[]): Line | null {
  return lineOf(knotsOf(seenAt(...seen)));
}

/** Seconds left after these numbers, in the middle. */
function left(now: number, usual: Durations | null, ...seen: Seen[]): number {
  const known = line(...seen);
  if (!known) return Number.NaN;
  return (quantiles(countedForecast(known, usual, [], NOW + now * 1000), [0.5])[0] ?? 0) / 1000;
}

describe('the line', () => {
  it('is none before a number has moved', () => {
    expect(line()).toBeNull();
    expect(line([0, null], [9, null])).toBeNull();
    expect(line([0, 30], [9, 30])).toBeNull();
    expect(line([0, 40], [9, 3])).toBeNull();
  });

  it('leads to where an even count ends', () => {
    expect(left(40, null, [0, 0], [10, 10], [25, 25], [40, 40])).toBeCloseTo(60, -1);
    expect(left(40, null, [0, 0], [10, 5], [25, 12.5], [40, 20])).toBeCloseTo(160, -2);
  });

  it('is more certain the more evenly the numbers came', () => {
    const even = line([0, 0], [10, 10], [20, 20], [30, 30], [40, 40]);
    const uneven = line([0, 0], [10, 25], [20, 27], [30, 28], [40, 40]);
    expect(even?.spread).toBeLessThan(uneven?.spread ?? 0);
  });

  it('takes a number that falls a little for one that stands, and goes on from one that falls far', () => {
    expect(knotsOf(seenAt([0, 50], [5, 49], [9, 52])).map(({ shown }) => shown)).toEqual([50, 52]);
    const again = line([0, 0], [20, 40], [50, 100], [55, 2], [65, 20]);
    expect(again?.place).toBeLessThan(26);
    expect(again?.pace).toBeGreaterThan(0.001);
    expect(again?.pace).toBeLessThan(0.003);
  });

  it('goes to where the runs of this model end', () => {
    const stays: Durations = {
      running: null,
      total: null,
      stages: {},
      lineEnd: { p10: 120, p50: 125, p90: 130, count: 20 },
    };
    const seen: Seen[] = [
      [0, 0],
      [20, 20],
      [50, 50],
      [90, 90],
    ];
    expect(left(90, stays, ...seen)).toBeGreaterThan(2 * left(90, null, ...seen));
  });

  it('is a line of numbers, whatever was seen', () => {
    const time = fc.oneof(fc.nat(1_000_000), fc.constant(0));
    const progress = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
    const seen = fc.array(fc.tuple(time, progress), { maxLength: 60 });
    fc.assert(
      fc.property(seen, time, (some, now) => {
        const sorted = some.toSorted(([a], [b]) => a - b);
        const known = line(...sorted);
        if (!known) return;
        expect(known.pace).toBeGreaterThan(0);
        expect(Object.values(known).every(Number.isFinite)).toBe(true);
        const [time1 = -1] = quantiles(countedForecast(known, null, [], NOW + now * 1000), [0.5]);
        expect(time1).toBeGreaterThanOrEqual(0);
      }),
      fc.runs(300),
    );
  });
});

describe('the step', () => {
  it.each([
    [[25, 50, 75], 25],
    [[10, 20, 30, 50, 70], 10],
    [[5, 10, 15, 25], 5],
    [[3, 17, 44], 1],
    [[0.4, 17.2], 0.1],
  ])('of %j is %d', (numbers, step) => {
    const seen = numbers.map((progress, index): Seen => [index * 10, progress]);
    expect(stepOf(knotsOf(seenAt(...seen)))).toBe(step);
  });
});
