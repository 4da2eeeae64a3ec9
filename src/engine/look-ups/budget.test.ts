import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { createBudgets, limited, newBudget, readyAt, refill, spend, type Budget } from './budget';
import { DEFAULT_LIMITS } from './limits';

/** Starts as many look-ups as it may until `end`; their times. */
function drain(from: Budget, start: number, end: number): { times: number[]; budget: Budget } {
  const times: number[] = [];
  let budget = from;
  for (let at = readyAt(budget, start); at <= end; at = readyAt(budget, at)) {
    budget = spend(budget, at);
    times.push(at);
  }
  return { times, budget };
}

function most(times: readonly number[], window: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + window).length),
  );
}

describe('the budget of a key', () => {
  it('starts five look-ups within the first second and never more in any, even if some arrive late', () => {
    const { times } = drain(newBudget(0), 0, 60_000);
    expect(times[0]).toBe(0);
    expect(times[4]).toBeLessThan(1_000);
    expect(most(times, 1_100)).toBe(5);
  });

  it('keeps to 4 a second in the long run', () => {
    const { times } = drain(newBudget(0), 0, 100_000);
    expect(times.length).toBeLessThanOrEqual(10 + 400 + 1);
    expect(times.length).toBeGreaterThan(400);
  });

  it('is kept in every window, whoever asks when', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(
        gaps,
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (waits, rate, burst) => {
          let budget = newBudget(0, { rate, burst });
          let now = 0;
          const times: number[] = [];
          for (const gap of waits) {
            now += gap;
            if (readyAt(budget, now) > now) continue;
            budget = spend(budget, now);
            times.push(now);
          }
          for (const window of [1_000, 5_000, 30_000]) {
            expect(most(times, window)).toBeLessThanOrEqual(burst + (rate * window) / 1000 + 1e-6);
          }
          expect(most(times, 1_000)).toBeLessThanOrEqual(1 + 1.1 * rate);
        },
      ),
    );
  });

  it('obeys a 429, goes on at half the pace, and recovers slowly', () => {
    const after = limited(newBudget(0), 30_000, 0);
    expect(readyAt(after, 0)).toBe(30_000);
    expect(after.rate).toBe(2);
    expect(limited(after, 30_000, 500).rate).toBe(2);
    expect(limited(after, null, 40_000).rate).toBe(1);
    expect(refill(after, 60_000).rate).toBe(2);
    expect(refill(after, 360_000).rate).toBeCloseTo(4);
    expect(refill(after, 9e9).rate).toBe(4);
  });

  it('survives a clock that jumps', () => {
    const spent = drain(newBudget(1e6), 1e6, 1e6).budget;
    expect(readyAt(spent, 0)).toBeLessThan(2_000);
    expect(refill(spent, 9e12).tokens).toBe(10);
    const paused = limited(newBudget(1e12), 3_600_000, 1e12);
    expect(readyAt(refill(paused, 0), 0)).toBeLessThanOrEqual(3_600_000);
  });

  it('counts preflights where a service does', () => {
    const { times } = drain(newBudget(0, { ...DEFAULT_LIMITS, cost: 2 }), 0, 100_000);
    expect(times.length).toBeLessThan(210);
  });
});

describe('the budgets of all keys', () => {
  it('are as wide as an admin allows', () => {
    const budgets = createBudgets(() => ({ rate: 1, burst: 2 }));
    expect(budgets.get('a', 0)).toMatchObject({
      ceiling: 1,
      rate: 1,
      burst: 2,
      tokens: 2,
      cost: 1,
    });
  });

  it('pause one key and leave the others alone', () => {
    const budgets = createBudgets();
    budgets.limited('a', 10_000, 0);
    expect(readyAt(budgets.get('a', 0), 0)).toBe(10_000);
    expect(readyAt(budgets.get('b', 0), 0)).toBe(0);
    budgets.reset('a');
    expect(readyAt(budgets.get('a', 0), 0)).toBe(0);
  });

  it('make room for a request ahead of all that is not planned yet', () => {
    const budgets = createBudgets(() => ({ rate: 1, burst: 1 }));
    expect(budgets.reserve('a', 0)).toBe(0);
    expect(budgets.reserve('a', 0)).toBe(1000);
    expect(readyAt(budgets.get('a', 0), 0)).toBeGreaterThanOrEqual(2000);
    expect(readyAt(budgets.get('a', 2000), 2000)).toBe(2000);
  });
});
