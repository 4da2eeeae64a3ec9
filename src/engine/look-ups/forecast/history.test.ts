import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { historySchema, NO_HISTORY, usual, type History, type Outcome } from './history';
import { learn } from './learn';

function outcome(change: Partial<Outcome> = {}): Outcome {
  return {
    base: 'https://api.example.com',
    model: 'veo3',
    seconds: 8,
    at: 1_000,
    running: 100_000,
    total: 120_000,
    stages: [{ word: 'running:video_generating', lasts: 60_000, toDone: 100_000 }],
    lineEnd: null,
    ...change,
  };
}

function learnAll(outcomes: Outcome[]): History {
  return outcomes.reduce(learn, NO_HISTORY);
}

describe('what is usual', () => {
  it('is nothing at first', () => {
    expect(usual(NO_HISTORY, outcome())).toBeNull();
  });

  it('is told in quantiles, for the whole and for each stage', () => {
    const history = learnAll([1, 2, 3, 4, 5].map((n) => outcome({ running: n * 10_000 })));
    const durations = usual(history, outcome());
    expect(durations?.running).toEqual({ p10: 14_000, p50: 30_000, p90: 46_000, count: 5 });
    expect(durations?.stages['running:video_generating']?.lasts?.p50).toBe(60_000);
  });

  it('falls back from length to model to service', () => {
    const history = learnAll([1, 2, 3].map(() => outcome()));
    expect(usual(history, outcome({ seconds: 4 }))?.running?.count).toBe(3);
    expect(usual(history, outcome({ model: 'other' }))?.running?.count).toBe(3);
    expect(usual(history, outcome({ base: 'https://other.example.com' }))).toBeNull();
  });

  it('prefers a broader entry to one of too few tasks', () => {
    const history = learnAll([
      outcome(),
      outcome(),
      outcome(),
      outcome({ seconds: 4, running: 9_000 }),
    ]);
    expect(usual(history, outcome({ seconds: 4 }))?.running?.count).toBe(4);
  });

  it('forgets the oldest first and what cannot be true', () => {
    const history = learnAll(
      Array.from({ length: 40 }, (_, n) => outcome({ running: n < 16 ? 1 : 50_000 })),
    );
    expect(usual(history, outcome())?.running).toEqual({
      p10: 50_000,
      p50: 50_000,
      p90: 50_000,
      count: 24,
    });
    const odd = learnAll([outcome({ running: -1, total: Number.NaN }), outcome({ running: 1e12 })]);
    expect(usual(odd, outcome())?.running).toBeNull();
  });

  it('is the same object until something is learnt', () => {
    const history = learnAll([outcome()]);
    expect(usual(history, outcome())).toBe(usual(history, outcome()));
  });
});

describe('the history', () => {
  it('survives storage, stays bounded, and knows no prototype', () => {
    const some = fc.record({
      base: fc.string(),
      model: fc.option(fc.string()),
      seconds: fc.option(fc.integer()),
      at: fc.double(),
      running: fc.option(fc.double()),
      total: fc.option(fc.double()),
      stages: fc.array(
        fc.record({
          word: fc.oneof(fc.string(), fc.constant('__proto__')),
          lasts: fc.option(fc.double()),
          toDone: fc.option(fc.double()),
        }),
        { maxLength: 20 },
      ),
      lineEnd: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 80 }), (outcomes) => {
        const history = learnAll(outcomes);
        const kept = v.safeParse(historySchema, JSON.parse(JSON.stringify(history)));
        expect(kept.success).toBe(true);
        expect(history.entries.length).toBeLessThanOrEqual(60);
        expect(JSON.stringify(history).length).toBeLessThan(300_000);
      }),
      fc.runs(60),
    );
  });
});
