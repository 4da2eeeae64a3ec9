import type { CDPSession } from '@playwright/test';

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

export function percentile(numbers: readonly number[], share: number): number {
  const place = Math.min(numbers.length - 1, Math.floor(numbers.length * share));
  return numbers.toSorted((a, b) => a - b)[place] ?? Number.NaN;
}

/** What the page's thread has done so far, in ms. */
export interface ThreadTimes {
  script: number;
  work: number;
}

/** Of this thread alone, if `timeDomain` is `threadTicks`: a busy machine must not make the page look slow. */
export async function threadTimes(session: CDPSession): Promise<ThreadTimes> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { script: ms('ScriptDuration'), work: ms('TaskDuration') };
}
