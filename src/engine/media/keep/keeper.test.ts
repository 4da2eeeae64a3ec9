import { describe, expect, it } from 'vitest';

import { NOW } from '~test/builders';

import { failedAgain, lasts, nextToKeep, nextTryAt, type Failure } from './keeper';

const MINUTE = 60_000;
const finished = ['a', 'b', 'c'].map((taskId) => ({
  ref: { base: 'https://api.test', taskId },
  nameFor: () => `${taskId}.mp4`,
}));
const key = (taskId: string): string => `https://api.test ${taskId}`;
const next = (kept: readonly string[], failed: readonly [string, Failure][], now = NOW) =>
  nextToKeep(
    finished,
    new Set(kept.map(key)),
    new Map(failed.map(([id, failure]) => [key(id), failure])),
    now,
  )?.ref.taskId ?? null;
const tried = (reason: Failure['reason'], at = NOW, times = 1): Failure => ({ reason, at, times });

describe('the next video to keep', () => {
  it('is the first finished one that is not kept, and none when all are', () => {
    expect(next([], [])).toBe('a');
    expect(next(['a', 'b'], [])).toBe('c');
    expect(next(['a', 'b', 'c'], [])).toBeNull();
  });

  it('passes over what failed, for good where it cannot get better', () => {
    expect(next([], [['a', tried('expired')]])).toBe('b');
    expect(next(['b', 'c'], [['a', tried('expired')]], NOW + 999 * MINUTE)).toBeNull();
  });

  it('comes back to what may pass: after two minutes, then ever later, at most an hour', () => {
    const only = (times: number, minutes: number) =>
      next(['b', 'c'], [['a', tried('unreachable', NOW, times)]], NOW + minutes * MINUTE);
    expect([only(1, 1.9), only(1, 2)]).toEqual([null, 'a']);
    expect([only(2, 3.9), only(2, 4)]).toEqual([null, 'a']);
    expect([only(40, 59), only(40, 60)]).toEqual([null, 'a']);
  });
});

it('the time of the next try is that of the earliest which may pass', () => {
  expect(nextTryAt(new Map())).toBe(Infinity);
  expect(nextTryAt(new Map([['a', tried('blocked')]]))).toBe(Infinity);
  const failed = new Map([
    ['a', tried('expired', NOW - 999)],
    ['b', tried('no_key', NOW, 2)],
    ['c', tried('not_ready', NOW + MINUTE)],
  ]);
  expect(nextTryAt(failed)).toBe(NOW + 3 * MINUTE);
});

it('tries are counted, and only what stays true is remembered', () => {
  const first = failedAgain(undefined, 'unreachable', NOW);
  expect(first).toEqual(tried('unreachable', NOW, 1));
  expect(failedAgain(first, 'expired', NOW + 5)).toEqual(tried('expired', NOW + 5, 2));
  expect(lasts(first)).toBe(false);
  expect(lasts(tried('expired'))).toBe(true);
});
