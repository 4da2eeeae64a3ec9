import { describe, expect, test } from 'vitest';

import type { BatchBar, BatchFacts } from '~/engine/insight/batch-facts';
import { NOW } from '~test/builders';
import * as fc from '~test/properties';

import { after, before } from './time-span';
import { hasNoEnd, partsOf, timelineOf } from './timeline';

const MINUTE = 60_000;

const bar = (change: Partial<BatchBar> = {}): BatchBar => ({
  key: 'k',
  state: 'running',
  isUnclear: false,
  isStuck: false,
  from: NOW - 10 * MINUTE,
  runningFrom: NOW - 5 * MINUTE,
  to: null,
  ready: null,
  ...change,
});

function batch(bars: readonly BatchBar[], kind: 'going' | 'over' = 'going'): BatchFacts {
  return {
    since: NOW - 10 * MINUTE,
    until: NOW + 10 * MINUTE,
    now: NOW,
    lanes: [{ id: '', value: '', bars }],
    says: { kind },
  } as unknown as BatchFacts;
}

test('a task waits first, then it is made, up to now', () => {
  const line = timelineOf(batch([bar()]));
  expect(partsOf(bar(), line)).toEqual({ from: 0, started: 0.25, to: 0.5 });
  expect(partsOf(bar({ state: 'queued', runningFrom: null }), line)).toEqual({
    from: 0,
    started: 0.5,
    to: 0.5,
  });
  expect(partsOf(bar({ state: 'completed', to: NOW - 2 * MINUTE }), line).to).toBeCloseTo(0.4);
});

test('one that ended nobody knows when is a point at its beginning', () => {
  const line = timelineOf(batch([bar()]));
  const failed = bar({ state: 'failed' });
  expect(partsOf(failed, line)).toEqual({ from: 0, started: 0.25, to: 0.25 });
  expect([failed, bar(), bar({ state: 'failed', to: NOW })].map(hasNoEnd)).toEqual([
    true,
    false,
    false,
  ]);
});

test('long after a batch has ended, its line still ends with its last task', () => {
  const ended = bar({ state: 'completed', to: NOW - 4 * MINUTE });
  const line = timelineOf(batch([ended, bar({ state: 'failed' })], 'over'));
  expect(line).toMatchObject({ to: NOW - 4 * MINUTE, now: null, hidden: 0 });
});

test('of a thousand tasks those that go on are drawn, and the others counted', () => {
  const done = Array.from({ length: 999 }, (_, n) =>
    bar({ key: String(n), state: 'completed', to: NOW - MINUTE }),
  );
  const line = timelineOf(batch([...done, bar({ key: 'open' })]));
  expect(line.lanes[0]?.bars[0]?.key).toBe('open');
  expect(line.hidden).toBe(1000 - 24);
});

describe('an axis that serves the batch', () => {
  const DAY = 1440 * MINUTE;
  const over = (from: number, to: number) =>
    bar({ state: 'completed', from: NOW - from, runningFrom: NOW - from, to: NOW - to });
  const bulk = Array.from({ length: 12 }, (_, n) => over((20 - n) * MINUTE, (10 - n / 2) * MINUTE));
  const lineOf = (bars: readonly BatchBar[], kind: 'going' | 'over' = 'over') =>
    timelineOf({
      ...batch(bars, kind),
      since: Math.min(...bars.map(({ from }) => from)),
      until: NOW,
    });

  test('fits the bulk, and says of the one that is cut off how much longer it is', () => {
    const old = over(365 * DAY, 3 * MINUTE);
    const line = lineOf([...bulk, old]);
    expect(line.from).toBe(NOW - 20 * MINUTE);
    expect(before([...bulk, old], line)).toEqual({ count: 1, ms: 365 * DAY - 20 * MINUTE });
    expect(partsOf(old, line)).toMatchObject({ from: 0, started: 0 });
    expect(before(bulk, line)).toBeNull();
  });

  test('fits it although the one goes on, and although two are far off by different times', () => {
    const stuck = bar({ from: NOW - 365 * DAY, runningFrom: null });
    expect(lineOf([...bulk, stuck], 'going').from).toBe(NOW - 20 * MINUTE);
    expect(lineOf([...bulk, stuck, over(40 * DAY, 39 * DAY)]).from).toBe(NOW - 20 * MINUTE);
    expect(lineOf([stuck, over(20 * MINUTE, 0)]).from).toBe(NOW - 20 * MINUTE);
  });

  test('ends with the bulk, where one ended long after it', () => {
    const late = over(19 * MINUTE, -3 * DAY);
    const line = lineOf([...bulk, late]);
    expect(line.to).toBe(NOW - 4.5 * MINUTE);
    expect(after([...bulk, late], line)).toEqual({ count: 1, ms: 3 * DAY + 4.5 * MINUTE });
    // While something goes on, now is on it.
    expect(lineOf([...bulk, bar({ from: NOW - 20 * MINUTE })], 'going').to).toBe(NOW);
  });

  test('shows what goes on, where all others ended long before', () => {
    const yesterday = bulk.map((one) => ({
      ...one,
      from: one.from - DAY,
      to: (one.to ?? 0) - DAY,
    }));
    const open = bar({ from: NOW - 5 * MINUTE });
    expect(lineOf([...yesterday, open], 'going').from).toBe(NOW - 5 * MINUTE);
    // One that has just begun is no reason to hide what was going on before it.
    expect(lineOf([...bulk, bar({ from: NOW - 10_000 })], 'going').from).toBe(NOW - 20 * MINUTE);
  });

  test('of a few hours has all of them, however different they are', () => {
    const failed = [0, 1, 2].map((n) => over(300 * MINUTE, 300 * MINUTE - n * 1000));
    const line = lineOf([...failed, over(300 * MINUTE, 0)]);
    expect(line).toMatchObject({ from: NOW - 300 * MINUTE, to: NOW });
  });

  test('leaves out no more than one of four, and only for four times the room', () => {
    const moment = fc.integer({ min: 0, max: 400 * 1440 });
    const some = fc.array(fc.tuple(moment, fc.integer({ min: 0, max: 5000 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, (tasks) => {
        const bars = tasks.map(([ago, took]) => over(ago * MINUTE, (ago - took) * MINUTE));
        const whole =
          Math.max(...bars.map(({ to }) => to ?? 0)) - Math.min(...bars.map(({ from }) => from));
        const line = lineOf(bars);
        const out = new Set(bars.filter(({ from, to }) => from < line.from || (to ?? 0) > line.to));
        expect(out.size).toBeLessThanOrEqual(2 * Math.max(1, Math.floor(bars.length / 4)));
        expect(line.to - line.from).toBeLessThanOrEqual(
          out.size > 0 ? whole / 4 : Math.max(1000, whole),
        );
      }),
    );
  });
});
