import { describe, expect, it } from 'vitest';

import { FAMILIES, FAMILY_NAMES, generateFamily } from './families';
import { fixedRequestsAt } from './fixed';
import { crowd, generate, threeMinutes, type Kind } from './generate';
import { reportOn } from './report';
import { isEnd, simulate } from './simulate';
import { replaySlope, SLOPES } from './slope';
import { readTraces, type Trace } from './traces';

/** Fewer tasks than the bench itself takes, so the bounds are a little wider than the figures in decision 0010. */
const COUNT = 90;

describe('the policy, replayed', { timeout: 60_000 }, () => {
  const bounds: [Kind, number][] = [
    ['smooth', 0.1],
    ['coarse', 0.3],
    ['silent', 0.8],
    ['veo', 0.55],
  ];
  it.each(bounds)(
    'asks about %s tasks far less than a fixed interval as early as it',
    (kind, bound) => {
      const report = reportOn(simulate(generate(kind, COUNT, 7)));
      expect(report.ratioAtEqualMeanDelay).toBeLessThan(bound);
    },
  );

  it.each(FAMILY_NAMES)(
    'costs no more than the best slope rule on %s, whether or not it was tuned there',
    (name) => {
      const traces = generateFamily(name, COUNT, 7);
      const { ratioAtEqualMeanDelay } = reportOn(simulate(traces));
      const slopes = SLOPES.map((rule) => {
        const cost = replaySlope(traces, isEnd, rule);
        return cost.requestsPerTask / (fixedRequestsAt(traces, isEnd, cost.meanDelayMs) ?? 1);
      });
      // So few tasks tell a tenth, no less.
      expect(ratioAtEqualMeanDelay).toBeLessThan(1.1 * Math.min(...slopes) + 0.01);
    },
  );

  it('holds out half of the families with numbers', () => {
    expect(FAMILY_NAMES.filter((name) => FAMILIES[name].heldOut)).toHaveLength(5);
  });

  it('asks about a silent model it never saw at most 24 times in four minutes, 5 s late', () => {
    const report = reportOn(simulate(generateFamily('strangers', COUNT, 7)));
    expect(report.requestsPerTask).toBeLessThanOrEqual(24);
    expect(report.meanDelayMs).toBeLessThanOrEqual(5_000);
  });

  it('needs at most twelve look-ups for three minutes, and sees the end within a second', () => {
    const report = reportOn(simulate(threeMinutes(40, 7)));
    expect(report.requestsPerTask).toBeLessThanOrEqual(12);
    expect(report.meanDelayMs).toBeLessThanOrEqual(1_000);
  });

  it('watches a hundred tasks on one key without ever asking too much of it', () => {
    const simulation = simulate(crowd(100, 7));
    const report = reportOn(simulation);
    expect(report.peakPerSecond).toBeLessThanOrEqual(5);
    expect(report.meanDelayMs).toBeLessThanOrEqual(4_000);
    expect(simulation.tasks.every(({ delay }) => delay !== null)).toBe(true);
  });

  it('sees odd tasks through to their end: jumps, stalls at 99, numbers that fall, a wait after the run', () => {
    const minute = (...changes: Trace['changes']): Trace => ({
      model: 'odd',
      connection: 'a',
      addedAtMs: 0,
      changes,
    });
    const odd = [
      minute(
        [0, 'queued', null],
        [9_000, 'in_progress', 0],
        [60_000, 'in_progress', 90],
        [61_000, 'completed', 100],
      ),
      minute([0, 'in_progress', 1], [50_000, 'in_progress', 99], [900_000, 'completed', 100]),
      minute(
        [0, 'in_progress', 60],
        [40_000, 'in_progress', 5],
        [99_000, 'in_progress', 95],
        [105_000, 'failed', null],
      ),
      minute(
        [0, 'in_progress', 50],
        [80_000, 'queued', 0],
        [150_000, 'in_progress', 80],
        [160_000, 'succeeded', null],
      ),
      minute([0, 'something_new', null], [70_000, 'cancelled', null]),
    ];
    const { tasks } = simulate(odd);
    for (const { delay, requests } of tasks) {
      expect(delay).toBeLessThan(60_000);
      // A quarter of an hour at 99 included: asking every 5 s would take 180.
      expect(requests).toBeLessThan(180);
    }
  });
});

describe('a trace file', () => {
  it('is read as the page reads its words', () => {
    const [trace] = readTraces(
      '{"tasks":[{"model":"m","connection":"a","addedAtMs":5,"changes":[[9,"succeeded",100],[5,"queued",null]]}]}',
    );
    expect(trace?.changes[0]?.[1]).toBe('queued');
    expect(isEnd('succeeded')).toBe(true);
    expect(isEnd('video_upsampling')).toBe(false);
  });

  it('that is none is refused in plain words', () => {
    expect(() => readTraces('{"tasks":[{}]}')).toThrow('task 0 needs addedAtMs and changes');
    expect(() => readTraces('[]')).toThrow('a trace file is');
  });
});
