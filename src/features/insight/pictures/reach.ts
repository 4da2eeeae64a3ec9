import type { ModelDurations } from '~/engine/insight/facts';

/** So much of each model is within the picture at least: the slowest few would leave no room for the rest. */
const SHARE = 0.98;
/** Dots are within it up to so many times what the past ones need. */
const MOST_TIMES = 2;

/** How far the picture of durations must reach, in ms; 0 without any. */
export function reachOf(models: readonly ModelDurations[]): number {
  return models.reduce((reach, { bins, todayMs }) => {
    const past = pastReach(bins);
    const today = todayMs.reduce((most, ms) => Math.max(most, ms), 0);
    return Math.max(reach, past, past === 0 ? today : Math.min(today, past * MOST_TIMES));
  }, 0);
}

/** How many videos took longer than the picture reaches. */
export function beyond(models: readonly ModelDurations[], endMs: number): number {
  return models.reduce((sum, { bins, todayMs }) => {
    const past = bins.reduce((some, bin) => some + (bin.fromMs >= endMs ? bin.count : 0), 0);
    return sum + past + todayMs.filter((ms) => ms > endMs).length;
  }, 0);
}

function pastReach(bins: ModelDurations['bins']): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  let left = all * SHARE;
  return bins.find(({ count }) => (left -= count) <= 0)?.toMs ?? 0;
}
