import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';
import { chanceWithin, gapOf, heavyTail, logNormal, quantiles, type Forecast } from './forecast';
import { NUMBERS } from './numbers';

const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const spread = fc.double({ min: 0.01, max: 3, noNaN: true });
const survival = fc.oneof(
  fc.tuple(positive, spread, spread).map(([median, low, high]) => logNormal(median, low, high)),
  fc.tuple(positive, spread).map(([scale, shape]) => heavyTail(scale, shape)),
);
const part = fc.record({
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
  survival,
  elapsed: fc.oneof(fc.constant(0), positive),
});
const forecast: fc.Arbitrary<Forecast> = fc.array(part, { maxLength: 10 });
const worth = fc.double({ min: 1, max: 1e6, noNaN: true });

describe('any forecast', () => {
  it('gives a gap within bounds, and a longer one if a look-up is worth more', () => {
    fc.assert(
      fc.property(forecast, worth, worth, (any, one, other) => {
        const [low, high] = [gapOf(any, Math.min(one, other)), gapOf(any, Math.max(one, other))];
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(NUMBERS.longest);
      }),
    );
  });

  it('is a distribution: chances and quantiles only rise', () => {
    fc.assert(
      fc.property(forecast, positive, positive, (any, one, other) => {
        const within = chanceWithin(any);
        const [early, late] = [within(Math.min(one, other)), within(Math.max(one, other))];
        expect(early).toBeGreaterThanOrEqual(-1e-9);
        expect(early).toBeLessThanOrEqual(late + 1e-9);
        expect(late).toBeLessThanOrEqual(1);
        const times = quantiles(any, [0.1, 0.5, 0.9]);
        expect(times.every((time) => Number.isFinite(time) && time >= 0)).toBe(true);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is looked at sooner if a part of it may end sooner', () => {
    const late = { weight: 1, survival: logNormal(60_000, 0.3, 0.3), elapsed: 0 };
    const early = { weight: 1, survival: logNormal(6_000, 0.3, 0.3), elapsed: 0 };
    expect(gapOf([late, early], 300)).toBeLessThan(gapOf([late], 300));
  });
});

it('the gap is the best one where the hazard is constant: √(2·worth / hazard)', () => {
  const mean = 100_000;
  const even: Forecast = [{ weight: 1, survival: (ms) => Math.exp(-ms / mean), elapsed: 0 }];
  for (const each of [50, 400, 2_000]) {
    const best = Math.sqrt(2 * each * mean);
    expect(gapOf(even, each)).toBeGreaterThan(best * 0.97);
    expect(gapOf(even, each)).toBeLessThan(best * 1.1);
  }
});

it('a duration that nobody expected to last so long is expected to last as long again', () => {
  const late: Forecast = [{ weight: 1, survival: logNormal(60_000, 0.1, 0.1), elapsed: 6e6 }];
  const [middle = 0] = quantiles(late, [0.5]);
  expect(middle).toBeGreaterThan(1e6);
  expect(middle).toBeLessThan(6e6);
});
