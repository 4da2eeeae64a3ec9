import { endOf, type Trace } from './traces';

/** What a schedule costs and brings, over many tasks. */
export interface Cost {
  requestsPerTask: number;
  meanDelayMs: number;
  p95DelayMs: number;
}

/** The schedules of tools read in public code: gap in ms before look-up number `index` + 1. */
export const PEERS = {
  'sora-2 sample app of OpenAI (every 10 s)': { gap: () => 10_000, requests: 1 },
  'alasano/sora-2 (every 10 s, each with a preflight)': { gap: () => 10_000, requests: 2 },
  'kylinblue/sora (every 3 s)': { gap: () => 3_000, requests: 1 },
  'Higgsfield advice (2 s rising to 10 s)': {
    gap: (index: number) => Math.min(10_000, 2_000 * 1.5 ** index),
    requests: 1,
  },
  'OpenRouter advice (every 30 s)': { gap: () => 30_000, requests: 1 },
} satisfies Record<string, { gap: (index: number) => number; requests: number }>;

export const FIXED_SECONDS = [2, 3, 5, 10] as const;

/** Looks at each task when it is added and then after each gap, until it is seen finished. */
export function replay(
  traces: readonly Trace[],
  isEnd: (word: string) => boolean,
  gap: (index: number) => number,
  perLook = 1,
): Cost {
  const delays: number[] = [];
  let requests = 0;
  for (const trace of traces) {
    const end = endOf(trace, isEnd);
    if (end === null) continue;
    let at = trace.addedAtMs;
    let looks = 1;
    for (; at < end; looks += 1) at += gap(looks - 1);
    requests += looks * perLook;
    delays.push(at - end);
  }
  return { requestsPerTask: requests / Math.max(1, delays.length), ...spreadOf(delays) };
}

export function spreadOf(delays: readonly number[]): Omit<Cost, 'requestsPerTask'> {
  const sorted = delays.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, delay) => sum + delay, 0) / Math.max(1, sorted.length);
  return { meanDelayMs: mean, p95DelayMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

/** Requests that fixed-interval asking needs for a mean delay, between the intervals tried; null beyond them. */
export function fixedRequestsAt(
  traces: readonly Trace[],
  isEnd: (word: string) => boolean,
  meanDelayMs: number,
): number | null {
  let before: Cost | null = null;
  for (let gap = 50; gap < 900_000; gap *= 1.06) {
    const cost = replay(traces, isEnd, () => gap);
    if (cost.meanDelayMs >= meanDelayMs) {
      if (!before) return cost.requestsPerTask;
      const share = (meanDelayMs - before.meanDelayMs) / (cost.meanDelayMs - before.meanDelayMs);
      return before.requestsPerTask * (cost.requestsPerTask / before.requestsPerTask) ** share;
    }
    before = cost;
  }
  return null;
}
