import type { Pace } from './facts';
import { midnightOf } from './past/midnight';
import { fromLeast, quantilesOf } from './quantiles';

/** What must be there before anything is said of today: finished today, in the past, and on how many past days. */
export const ENOUGH = { today: 5, past: 20, days: 3 } as const;
/** Today differs if its median does by this factor, and by more than anybody would round away, in ms, */
const LEAST_RATIO = 1.2;
const LEAST_MS = 2000;
/** … and if chance alone would put as many of today's among the slowest quarter this rarely. */
const CHANCE = 0.001;
/** More tell nothing more. */
const MOST = { today: 400, past: 2000 } as const;

interface Took {
  tookMs: number;
  /** When it ended, in epoch ms. */
  at: number;
}

/**
 * Whether today is slower or faster than past days, by three rules that must all agree: today's median lies beyond the
 * past's outer quarter, it differs by a fifth at least, and an exact test of ranks finds that no accident. The test asks
 * how many of today's are among the slowest (or fastest) quarter of all; in any order of the same values that number
 * follows the hypergeometric distribution, whatever the durations' own distribution is. Otherwise it is as usual, if the
 * median lies where eight of ten past ones lie. @param past in the order in which they ended
 */
export function paceOf(past: readonly Took[], today: readonly Took[]): Pace {
  const some = thinned(past, MOST.past);
  const days = new Set(some.map(({ at }) => midnightOf(at))).size;
  if (today.length < ENOUGH.today || some.length < ENOUGH.past || days < ENOUGH.days)
    return 'unsure';
  const before = some.map(({ tookMs }) => tookMs);
  const now = thinned(today, MOST.today).map(({ tookMs }) => tookMs);
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
  const [p10 = 0, p25 = 0, usual = 0, p75 = 0, p90 = 0] = quantilesOf(fromLeast(before), shares);
  const [median = 0] = quantilesOf(fromLeast(now), [0.5]);
  const [low = 0, high = 0] = quantilesOf(fromLeast([...before, ...now]), [0.25, 0.75]);
  const isMore = (more: number, less: number): boolean =>
    more >= Math.max(LEAST_RATIO * less, less + LEAST_MS);
  if (median > p75 && isMore(median, usual)) {
    if (chanceOf(before, now, (ms) => ms > high) < CHANCE) return 'slower';
  }
  if (median < p25 && isMore(usual, median)) {
    if (chanceOf(before, now, (ms) => ms < low) < CHANCE) return 'faster';
  }
  return median >= p10 && median <= p90 ? 'usual' : 'unsure';
}

/** At most so many of these, from all of their time. */
function thinned<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const step = all.length / most;
  return Array.from({ length: most }, (_, at) => all[Math.floor(at * step)] as T);
}

/** The chance that as many of `now` as there are, or more, are outer ones, if all orders are equally likely. */
function chanceOf(
  before: readonly number[],
  now: readonly number[],
  isOuter: (ms: number) => boolean,
): number {
  const outerNow = now.filter(isOuter).length;
  const outer = before.filter(isOuter).length + outerNow;
  const all = before.length + now.length;
  const choose = logChoose(all);
  let chance = 0;
  for (let some = outerNow; some <= Math.min(outer, now.length); some += 1) {
    const ways = choose(outer, some) + choose(all - outer, now.length - some);
    chance += Math.exp(ways - choose(all, now.length));
  }
  return chance;
}

/** The logarithm of the number of ways to choose `some` of `many`, up to `most`. */
function logChoose(most: number): (many: number, some: number) => number {
  const factorials = [0];
  for (let n = 1; n <= most; n += 1) factorials.push((factorials[n - 1] ?? 0) + Math.log(n));
  const log = (n: number): number => factorials[n] ?? 0;
  return (many, some) =>
    some < 0 || some > many ? -Infinity : log(many) - log(some) - log(many - some);
}

/**
 * A duration as it is said with "about", in ms: to a second below a minute, to five below five, to ten below twenty.
 * Two that differ by `LEAST_RATIO` and `LEAST_MS` still differ.
 */
export function aboutMs(ms: number): number {
  const step = ms < 60_000 ? 1000 : ms < 300_000 ? 5000 : ms < 1_200_000 ? 10_000 : 60_000;
  return Math.max(1000, Math.round(ms / step) * step);
}
