import { describe, expect, it } from 'vitest';

import { NO_ANSWER, type Answer } from '~/core/answer';

import { anAnswer, aSighting, aTask, NOW } from '~test/builders';
import * as fc from '~test/properties';
import { estimate, expectedDoneAt } from './estimate';
import type { Durations } from './history';

const USUAL: Durations = {
  running: { p10: 80_000, p50: 105_000, p90: 240_000, count: 9 },
  total: { p10: 85_000, p50: 110_000, p90: 250_000, count: 9 },
  stages: {},
  lineEnd: null,
};

function counted(seen: [ms: number, progress: number][], nextAt: number | null = null): Answer {
  const sightings = seen.map(([ms, progress]) => aSighting({ at: NOW + ms, progress }));
  const at = sightings.at(-1)?.at ?? NOW;
  return {
    ...NO_ANSWER,
    task: aTask({ progress: seen.at(-1)?.[1] ?? null }),
    sightings,
    nextAt,
    askedAt: at,
    answeredAt: at,
  };
}

describe('the bar', () => {
  it('glides on from the last number, and stops where the next look-up is late', () => {
    const answer = counted(
      [
        [0, 0],
        [10_000, 10],
        [20_000, 20],
      ],
      NOW + 40_000,
    );
    const at = (second: number): number =>
      estimate(answer, null, NOW + second * 1000).shownProgress ?? 0;
    expect(at(20)).toBe(20);
    expect(at(30)).toBeGreaterThan(25);
    expect(at(40)).toBeLessThan(40);
    expect(at(400)).toBe(at(40));
  });

  it('never invents the last percent', () => {
    const answer = counted([
      [0, 0],
      [10_000, 50],
      [11_000, 99],
    ]);
    expect(estimate(answer, null, NOW + 999_000).shownProgress).toBe(99);
    expect(
      estimate(
        counted([
          [0, 0],
          [9, 100],
        ]),
        null,
        NOW + 999,
      ).shownProgress,
    ).toBe(99);
    expect(estimate(anAnswer({ state: 'completed' }), null, NOW).shownProgress).toBe(100);
  });

  it('is none where the service counts nothing', () => {
    expect(estimate(anAnswer({}), null, NOW).shownProgress).toBeNull();
  });

  it('never goes back, neither with time nor with a lower number', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 100 })),
      {
        minLength: 2,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(steps, (seen) => {
        let shown = 0;
        let clock = 0;
        const soFar: [number, number][] = [];
        for (const [gap, progress] of seen) {
          soFar.push([clock, progress]);
          const answer = counted(soFar);
          for (const share of [0, 0.5, 1]) {
            const next = estimate(answer, null, NOW + clock + share * gap).shownProgress ?? 0;
            expect(next).toBeGreaterThanOrEqual(shown - 1e-9);
            expect(next).toBeLessThanOrEqual(99);
            shown = next;
          }
          clock += gap;
        }
      }),
    );
  });
});

describe('the time left', () => {
  it('is told where numbers speak for it', () => {
    const [low, high] = estimate(
      counted([
        [0, 0],
        [10_000, 10],
        [50_000, 50],
      ]),
      null,
      NOW + 50_000,
    ).remainingMs ?? [0, 0];
    expect(low).toBeGreaterThan(30_000);
    expect(low).toBeLessThan(50_000);
    expect(high).toBeGreaterThan(50_000);
    expect(high).toBeLessThan(80_000);
  });

  it('is told from history, and not at all without evidence', () => {
    const silent = anAnswer({});
    expect(estimate(silent, null, NOW).remainingMs).toBeNull();
    expect(estimate(silent, USUAL, NOW).remainingMs).not.toBeNull();
    expect(expectedDoneAt(silent, null, NOW)).toBeNull();
    expect(expectedDoneAt(silent, USUAL, NOW)).toBeGreaterThan(NOW + 60_000);
  });

  it('counts down, and is silent once it is up', () => {
    const answer = counted([
      [0, 0],
      [10_000, 10],
      [50_000, 50],
    ]);
    const high = (second: number): number | undefined =>
      estimate(answer, null, NOW + second * 1000).remainingMs?.[1];
    expect(high(60)).toBe((high(50) ?? 0) - 10_000);
    expect(high(500)).toBeUndefined();
  });
});

describe('slow and still', () => {
  const minutes = (count: number): number => count * 60_000;
  const seenAt = (ms: number): Answer =>
    anAnswer({}, { sightings: [aSighting(), aSighting({ at: NOW + ms })], answeredAt: NOW + ms });

  it('is slower than usual past nine of ten', () => {
    const silent = anAnswer({});
    expect(estimate(silent, USUAL, NOW + 249_000)).toMatchObject({
      slower: false,
      usualRange: [85_000, 250_000],
    });
    expect(estimate(silent, USUAL, NOW + 251_000).slower).toBe(true);
    expect(estimate(silent, null, NOW + 9e6)).toMatchObject({ slower: false, usualRange: null });
  });

  it('is still when nothing changed for twice that, or for a quarter of an hour', () => {
    const still = (ms: number, usual: Durations | null): number | null =>
      estimate(seenAt(ms), usual, NOW + ms).stillMs;
    expect(still(499_000, USUAL)).toBeNull();
    expect(still(501_000, USUAL)).toBe(501_000);
    expect(still(minutes(14), null)).toBeNull();
    expect(still(minutes(300), null)).toBe(minutes(300));
  });

  it('is still sooner where the run so far explains it even less', () => {
    const stood = (ms: number): number | null =>
      estimate(
        counted([
          [0, 0],
          [60_000, 40],
          [60_000 + ms, 40],
        ]),
        null,
        NOW + 60_000 + ms,
      ).stillMs;
    expect(stood(minutes(4))).toBeNull();
    expect(stood(minutes(6))).toBe(minutes(6));
  });

  it('is not said of the time in which nobody asked', () => {
    expect(estimate(seenAt(minutes(2)), null, NOW + minutes(300)).stillMs).toBeNull();
  });

  it('gives no estimate that grows: none while it is still, and none longer than the one before', () => {
    const stood = Array.from({ length: 60 }, (_, index) => 2_000 * (1.2 ** index - 1));
    const said = stood.map((ms) => {
      const numbers: [number, number][] = [
        [0, 0],
        [20_000, 14],
        [40_000, 27],
        [60_000, 40],
        [60_000 + ms, 40],
      ];
      return estimate(counted(numbers), null, NOW + 60_000 + ms);
    });
    const still = said.filter(({ stillMs }) => stillMs !== null);
    expect(still.length).toBe(stood.filter((ms) => ms > minutes(5)).length);
    expect(still.every(({ remainingMs }) => remainingMs === null)).toBe(true);
    const longest = said.flatMap(({ remainingMs }) => remainingMs?.[1] ?? []);
    expect(longest.length).toBeGreaterThan(3);
    expect(Math.max(...longest)).toBeLessThan(1.5 * (longest[0] ?? 0));
  });

  it('is neither once it has ended', () => {
    const done = anAnswer({ state: 'completed' });
    expect(estimate(done, USUAL, NOW + 9e6)).toMatchObject({
      slower: false,
      stillMs: null,
      remainingMs: null,
    });
  });
});
