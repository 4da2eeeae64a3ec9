import { spreadOf, type Cost } from './fixed';
import { endOf, seenAt, type Trace } from './traces';

/** Waits for a share of the time left by the last slope, between two bounds. Times in ms. */
interface SlopeRule {
  share: number;
  least: number;
  most: number;
}

/** The simplest schedules that use the numbers; the policy must be no worse than the best of them anywhere. */
export const SLOPES = [
  { share: 0.3, least: 2_000, most: 20_000 },
  { share: 0.4, least: 2_000, most: 30_000 },
  { share: 0.5, least: 2_000, most: 40_000 },
] as const satisfies SlopeRule[];

/** Without a slope yet, the gap in ms. */
const UNKNOWN = 5_000;

/** What a slope rule costs and brings. It starts over when a number falls, and has neither a budget nor a history. */
export function replaySlope(
  traces: readonly Trace[],
  isEnd: (word: string) => boolean,
  rule: SlopeRule,
): Cost {
  const delays: number[] = [];
  let requests = 0;
  for (const trace of traces) {
    const end = endOf(trace, isEnd);
    if (end === null) continue;
    let at = trace.addedAtMs;
    let left: number | null = null;
    let changed = null as { at: number; progress: number } | null;
    for (requests += 1; at < end; requests += 1) {
      const progress = seenAt(trace, at)[2];
      if (progress !== null && progress !== changed?.progress) {
        const gained = changed === null ? 0 : progress - changed.progress;
        left = changed && gained > 0 ? ((100 - progress) * (at - changed.at)) / gained : null;
        changed = { at, progress };
      }
      at += left === null ? UNKNOWN : Math.min(rule.most, Math.max(rule.least, rule.share * left));
    }
    delays.push(at - end);
  }
  return { requestsPerTask: requests / Math.max(1, delays.length), ...spreadOf(delays) };
}
