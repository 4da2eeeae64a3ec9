import { expect, test } from 'vitest';

import type { BatchBar, BatchFacts } from '~/engine/insight/batch-facts';
import { NOW } from '~test/builders';

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
