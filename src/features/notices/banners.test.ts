import { describe, expect, it } from 'vitest';

import type { EngineStatus } from '~/engine/state';

import { bannerFacts } from './banners';

const FINE: EngineStatus = { leading: true, online: true, paused: false, storage: 'ok' };

/** What is said of a crowd, with keys of which each look-up takes so many ms. */
function crowd(waiting: Record<string, number>, lookUpMs: Record<string, number>) {
  return bannerFacts(
    FINE,
    [],
    new Map(Object.entries(waiting)),
    (key, tasks) => tasks * (lookUpMs[key] ?? 0),
  );
}

describe('a crowd of tasks on one key', () => {
  it('is not spoken of while each of them is looked up often', () => {
    expect(crowd({ a: 100 }, { a: 250 })).toEqual([]);
    expect(crowd({}, {})).toEqual([]);
  });

  it('is spoken of where the key may ask less often', () => {
    expect(crowd({ a: 100 }, { a: 1000 })).toEqual([
      { kind: 'crowd', tasks: 100, turnMs: 100_000 },
    ]);
  });

  it('is that of the key whose turn takes longest, not of the one with the most tasks', () => {
    expect(crowd({ a: 200, b: 50 }, { a: 250, b: 2000 })).toEqual([
      { kind: 'crowd', tasks: 50, turnMs: 100_000 },
    ]);
  });
});
