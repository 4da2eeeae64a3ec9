import { describe, expect, it } from 'vitest';

import { NO_ANSWER, type Answer } from '~/core/answer';
import { PROBLEM_KINDS, TASK_STATES, type LookUpProblem, type ProblemKind } from '~/core/task';

import { anAnswer, aSighting, aTask, NOW } from '~test/builders';
import * as fc from '~test/properties';
import type { Durations } from './history';
import { nextLookUp, type PolicyInput } from './policy';
import { BACK_OFF, NUMBERS } from './numbers';

function wait(answer: Answer, change: Partial<PolicyInput> = {}): number | null {
  const now = answer.askedAt ?? NOW;
  const input = { now, answer, usual: null, watched: false, hidden: false };
  return nextLookUp({ ...input, random: 0.5, ...change })?.afterMs ?? null;
}

/** A task whose numbers were seen at these seconds. */
function counted(...seen: [second: number, progress: number][]): Answer {
  const sightings = seen.map(([second, progress]) =>
    aSighting({ at: NOW + second * 1000, progress }),
  );
  const at = sightings.at(-1)?.at ?? NOW;
  return anAnswer(
    { progress: seen.at(-1)?.[1] ?? null },
    { sightings, askedAt: at, answeredAt: at },
  );
}

function troubled(
  kind: ProblemKind,
  change: Partial<LookUpProblem> & Partial<Answer> = {},
): Answer {
  const { retryAfterMs = null, ...rest } = change;
  const problem = { kind, message: null, httpStatus: null, retryAfterMs };
  return { ...NO_ANSWER, askedAt: NOW, problem, problemCount: 1, problemSince: NOW, ...rest };
}

const USUAL: Durations = {
  running: { p10: 80_000, p50: 100_000, p90: 125_000, count: 20 },
  total: { p10: 85_000, p50: 110_000, p90: 140_000, count: 20 },
  stages: {},
  lineEnd: null,
};

describe('the next look-up', () => {
  it('is at once for a task that was never asked about', () => {
    expect(wait(NO_ANSWER)).toBe(0);
  });

  it('is about five seconds after the first', () => {
    expect(wait(anAnswer({ state: 'queued' }))).toBe(NUMBERS.secondLook);
  });

  it('leaps a good part of the way to where an even count should end, and not beyond', () => {
    const after = wait(counted([0, 0], [5, 5], [21, 21], [49, 49]));
    expect(after).toBeGreaterThan(15_000);
    expect(after).toBeLessThan(51_000);
  });

  it('comes soon where the count is nearly over', () => {
    expect(wait(counted([0, 0], [5, 5], [50, 50], [98, 98]))).toBeLessThan(3_000);
  });

  it('comes less and less often while a number stands still', () => {
    const gaps = [60, 600, 6_000].map((late) =>
      wait(counted([0, 0], [5, 5], [50, 50], [50 + late, 50])),
    );
    expect(gaps).toEqual(gaps.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(gaps.at(-1)).toBeGreaterThan(20_000);
  });

  it('waits through the time in which tasks like it never finish', () => {
    const running = anAnswer(
      {},
      { sightings: [aSighting(), aSighting({ at: NOW + 5_000 })], askedAt: NOW + 5_000 },
    );
    expect(wait(running, { usual: USUAL })).toBeGreaterThan(40_000);
    expect(wait(running)).toBeLessThan(40_000);
  });

  it('believes the wait that a service states, within bounds', () => {
    const queued = (waitSeconds: number): Answer =>
      anAnswer(
        { state: 'queued', queue: { position: 3, waitSeconds, message: null } },
        {
          sightings: [
            aSighting({ state: 'queued' }),
            aSighting({ state: 'queued', at: NOW + 5_000 }),
          ],
          askedAt: NOW + 5_000,
        },
      );
    expect(wait(queued(8))).toBeLessThan(wait(queued(60)) ?? 0);
    expect(wait(queued(100_000))).toBeLessThanOrEqual(NUMBERS.queueLongest);
  });

  it('is never once the task has ended, whatever the video', () => {
    for (const state of ['completed', 'failed', 'cancelled'] as const) {
      expect(wait(anAnswer({ state, video: null }))).toBeNull();
      expect(wait(anAnswer({ state, video: { kind: 'content' } }))).toBeNull();
    }
  });

  it('is not sooner in a hidden tab than a notice needs, and sooner where a person watches', () => {
    const silent = counted([0, 0], [5, 5], [50, 50], [98, 98]);
    expect(wait(silent, { hidden: true })).toBe(NUMBERS.hiddenShortest);
    const slow = anAnswer(
      {},
      { sightings: [aSighting(), aSighting({ at: NOW + 90_000 })], askedAt: NOW + 90_000 },
    );
    expect(wait(slow, { watched: true })).toBeLessThan(wait(slow) ?? 0);
  });

  it('is later where many tasks share the key', () => {
    const slow = anAnswer(
      {},
      { sightings: [aSighting(), aSighting({ at: NOW + 90_000 })], askedAt: NOW + 90_000 },
    );
    expect(wait(slow, { turnMs: 100_000 })).toBeGreaterThan(wait(slow) ?? 0);
  });

  it('is a number within bounds or never, whatever was seen', () => {
    const time = fc.oneof(fc.nat(10_000_000), fc.constant(0), fc.double());
    const sighting = fc.record({
      at: time,
      state: fc.constantFrom(...TASK_STATES),
      word: fc.option(fc.string()),
      progress: fc.option(
        fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })),
      ),
    });
    const anything = fc.array(sighting, { maxLength: 60 }).chain((sightings) =>
      fc
        .record({
          now: time,
          random: fc.double({ min: 0, max: 1, noNaN: true }),
          hidden: fc.boolean(),
          turnMs: time,
        })
        .map((asking) => ({
          ...asking,
          answer: {
            ...NO_ANSWER,
            sightings,
            askedAt: asking.now,
            answeredAt: asking.now,
            task: aTask({
              state: sightings.at(-1)?.state ?? 'unknown',
              progress: sightings.at(-1)?.progress ?? null,
            }),
          },
        })),
    );
    fc.assert(
      fc.property(anything, ({ answer, ...asking }) => {
        const after = wait(answer, asking);
        if (after === null) return;
        expect(after).toBeGreaterThanOrEqual(NUMBERS.shortest);
        expect(after).toBeLessThanOrEqual(NUMBERS.longest);
      }),
      fc.runs(300),
    );
  });
});

describe('after a problem', () => {
  it('a refused key is not asked with again', () => {
    expect(wait(troubled('auth'))).toBeNull();
  });

  it('an unknown id is asked three times over a minute, then never', () => {
    let at = NOW;
    let asked = 1;
    for (; asked < 10; asked += 1) {
      const after = wait(troubled('not_found', { problemCount: asked, askedAt: at }), { now: at });
      if (after === null) break;
      at += after;
    }
    expect(asked).toBe(BACK_OFF.notFoundTimes);
    expect(at - NOW).toBeGreaterThanOrEqual(BACK_OFF.notFoundFor);
    expect(at - NOW).toBeLessThan(BACK_OFF.notFoundFor * 1.5);
  });

  it('a stated wait is kept, and a little more', () => {
    const after = wait(troubled('rate_limited', { retryAfterMs: 30_000 }));
    expect(after).toBeGreaterThanOrEqual(30_000);
    expect(after).toBeLessThanOrEqual(33_000);
  });

  it('everything else is tried for ever, ever more rarely, at least every two minutes', () => {
    const stopping: ProblemKind[] = ['auth', 'not_found'];
    for (const kind of PROBLEM_KINDS.filter((one) => !stopping.includes(one))) {
      const gaps = [1, 2, 4, 8, 1_000].map(
        (problemCount) => wait(troubled(kind, { problemCount })) ?? 0,
      );
      expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
      expect(gaps[0]).toBeGreaterThan(1_000);
      expect(gaps.at(-1)).toBeLessThanOrEqual(BACK_OFF.longest);
    }
  });
});
