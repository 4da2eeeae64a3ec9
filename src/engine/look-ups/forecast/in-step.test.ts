import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';
import { inStep } from './in-step';

const START = Date.UTC(2026, 10, 23);
const wait = fc.integer({ min: 1, max: 120_000 });
const moment = fc.integer({ min: START, max: START + 1e9 });

describe('a look-up in step', () => {
  it('is at the same moment for pages that heard and plan a little differently', () => {
    const moments = Array.from({ length: 200 }, (_, page) =>
      inStep('video_1', START + page * 5, 20_000 + page * 10),
    );
    expect(new Set(moments).size).toBeLessThanOrEqual(2);
  });

  it('is spread over time for different tasks', () => {
    const tasks = Array.from({ length: 40 }, (_, index) => inStep(`video_${index}`, START, 20_000));
    expect(new Set(tasks.map((at) => Math.floor(at / 1000))).size).toBeGreaterThan(8);
  });

  it('is near when it was due, and not before there is another answer', () => {
    fc.assert(
      fc.property(fc.string(), moment, wait, (taskId, from, afterMs) => {
        const gap = inStep(taskId, from, afterMs) - from;
        expect(gap).toBeGreaterThanOrEqual(2_000);
        expect(gap).toBeLessThanOrEqual(Math.max(5_000, 1.75 * afterMs));
        expect(gap).toBeGreaterThanOrEqual(afterMs / 4);
      }),
    );
  });

  it('has a long wait end at a moment of every shorter one', () => {
    fc.assert(
      fc.property(fc.string(), moment, (taskId, from) => {
        const at = inStep(taskId, from, 60_000);
        expect(inStep(taskId, at - 3_000, 3_000)).toBe(at);
      }),
    );
  });

  it('is at once where there is no wait', () => {
    expect(inStep('video_1', START, 0)).toBe(START);
  });
});
