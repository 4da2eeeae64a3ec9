import { NUMBERS } from './numbers';

/** The distribution of a duration: the chance that it exceeds `ms`. */
export type Survival = (ms: number) => number;

/** One way in which things may go on: something that has already lasted `elapsed` ms, and how likely it was at first. */
interface Part {
  weight: number;
  survival: Survival;
  elapsed: number;
}

/** The time left, as a mixture. What should be over by now counts for less. */
export type Forecast = readonly Part[];

/** The 10 % and 90 % quantiles of a normal distribution are this many sds from its mean. */
export const TENTH = 1.2816;

/** Times at which a forecast is read, in ms: each a tenth longer than the one before, up to half a day. */
const TIMES = Array.from({ length: 120 }, (_, index) => 500 * 1.1 ** index);

/** The chance that it is over within `ms`. */
export function chanceWithin(forecast: Forecast): (ms: number) => number {
  const lived = forecast.map(({ weight, survival, elapsed }) => weight * survival(elapsed));
  const all = lived.reduce((sum, share) => sum + share, 0);
  if (!(all > 0)) return () => 0;
  return (ms) => {
    let left = 0;
    for (const { weight, survival, elapsed } of forecast) left += weight * survival(elapsed + ms);
    return 1 - left / all;
  };
}

/**
 * The gap until the next look-up, in ms: it comes when the delay to be expected has grown to what a look-up is worth. At
 * a constant hazard h that is √(2·worth / h), the best density there is (Keller 1974).
 */
export function gapOf(forecast: Forecast, worth: number): number {
  const within = chanceWithin(forecast);
  let delay = 0;
  let before = { at: 0, chance: 0 };
  for (const at of TIMES) {
    const chance = within(at);
    const more = ((before.chance + chance) / 2) * (at - before.at);
    if (delay + more >= worth) {
      const gap = before.at + ((worth - delay) / more) * (at - before.at);
      return Math.min(NUMBERS.longest, gap);
    }
    if (at > NUMBERS.longest) break;
    delay += more;
    before = { at, chance };
  }
  return NUMBERS.longest;
}

/** The times left, in ms, that are not exceeded with these probabilities, which rise. */
export function quantiles(forecast: Forecast, shares: readonly number[]): number[] {
  const within = chanceWithin(forecast);
  const found: number[] = [];
  let before = { at: 0, chance: 0 };
  for (const at of TIMES) {
    const chance = within(at);
    for (let share = shares[found.length]; share !== undefined && share <= chance;) {
      const part = (share - before.chance) / (chance - before.chance);
      found.push(before.at + (at - before.at) * Math.min(1, Math.max(0, part)));
      share = shares[found.length];
    }
    if (found.length === shares.length) break;
    before = { at, chance };
  }
  return shares.map((_, index) => found[index] ?? before.at);
}

/**
 * Two halves of a log-normal, one on each side of the median, and a share that follows no rule. Normal distribution
 * functions are accurate to 1 %: the logistic curve, whose heavier tails are welcome here.
 */
export function logNormal(median: number, low: number, high: number): Survival {
  const { share, shape } = NUMBERS.tail;
  const centre = Math.log(median);
  return (ms) => {
    if (!(ms > 0)) return 1;
    const distance = Math.log(ms) - centre;
    const ruled = 1 / (1 + Math.exp((1.702 * distance) / (distance < 0 ? low : high)));
    return (1 - share) * ruled + share / (1 + Math.exp(shape * distance));
  };
}

/** Chance of exceeding `ms` if what has lasted this long will last as long again. */
export function heavyTail(scale: number, shape: number): Survival {
  return (ms) => (1 + Math.max(0, ms) / scale) ** -shape;
}
