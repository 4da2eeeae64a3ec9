import type { DayCount } from '~/engine/insight/facts';

import { wordRoom } from './room';

/** Of more days, each bar is a week. */
const MOST_BARS = 93;
const WEEK = 7;

/** What one bar stands for. */
export type DayBar = Pick<DayCount, 'at' | 'ready' | 'failed'>;

/** A bar for each day or, of many, for each seven days up to today. */
export function barsOf(days: readonly DayCount[]): { bars: readonly DayBar[]; areWeeks: boolean } {
  if (days.length <= MOST_BARS) return { bars: days, areWeeks: false };
  const bars: DayBar[] = [];
  for (let end = days.length; end > 0; end -= WEEK) {
    const week = days.slice(Math.max(0, end - WEEK), end);
    bars.push({
      at: week[0]?.at ?? 0,
      ready: week.reduce((sum, { ready }) => sum + ready, 0),
      failed: week.reduce((sum, { failed }) => sum + failed, 0),
    });
  }
  return { bars: bars.toReversed(), areWeeks: true };
}

/** Where the axis is and how high one task is, in percent of the room from `top` to `bottom`; both directions alike. */
export function heightsOf(
  bars: readonly DayBar[],
  top: number,
  bottom: number,
): { axis: number; each: number } {
  const most = (name: 'ready' | 'failed'): number =>
    bars.reduce((best, bar) => Math.max(best, bar[name]), 0);
  const [up, down] = [most('ready'), most('failed')];
  const each = (bottom - top) / Math.max(1, up + down);
  return { axis: top + up * each, each };
}

/**
 * How many labels of days have room below so many bars. Each stands below the middle of its bar, but for today's, which
 * ends with the picture. @param room in rem
 */
export function mostNamed(
  room: number,
  bars: number,
  days: readonly string[],
  today: string,
): number {
  const day = Math.max(0, ...days.map(wordRoom));
  const beforeToday = wordRoom(today) + day / 2 - room / bars / 2;
  return Math.max(1, Math.floor(room / (Math.max(day, beforeToday) + GAP)));
}

/** Between two labels, in rem. */
const GAP = 0.25;

/** Which bars have a label below: the last one, and others evenly before it. */
export function labelled(count: number, most: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil(count / most));
  return new Set(
    Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step),
  );
}
