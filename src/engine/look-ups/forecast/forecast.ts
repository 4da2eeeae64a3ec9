import { NUMBERS } from './numbers';

/**
 * A forecast of the time left: probabilities over bins of equal *ratio*, 6 % wide at every scale, from a tenth of a
 * second to nine hours. Bin `i` reaches from `EDGES[i]` to `EDGES[i + 1]` ms.
 */
export type Forecast = Float64Array;

/** Number of bins. */
export const BINS = 220;
const FIRST = 100;
const RATIO = 1.06;
/** Edges of the bins, in ms. */
export const EDGES: Float64Array = Float64Array.from({ length: BINS + 1 }, (_, index) =>
  index === 0 ? 0 : FIRST * RATIO ** (index - 1),
);
const LOG_FIRST = Math.log(FIRST);
const LOG_RATIO = Math.log(RATIO);

/** A forecast without any probability. */
export function emptyForecast(): Forecast {
  return new Float64Array(BINS);
}

/** The bin that contains `ms`. */
export function binOf(ms: number): number {
  if (!(ms > FIRST)) return 0;
  return Math.min(BINS - 1, 1 + Math.floor((Math.log(ms) - LOG_FIRST) / LOG_RATIO));
}

/** The distribution of a duration: the chance that it exceeds `ms`. */
export type Survival = (ms: number) => number;

/** Normal distribution function, accurate to 1 %: the logistic curve, whose heavier tails are welcome here. */
export function chanceBelow(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z));
}

/** Two halves of a log-normal, one on each side of the median, and a share that follows no rule. */
export function logNormal(median: number, low: number, high: number): Survival {
  const { share, shape } = NUMBERS.tail;
  const centre = Math.log(median);
  return (ms) => {
    if (!(ms > 0)) return 1;
    const distance = Math.log(ms) - centre;
    const ruled = chanceBelow(-distance / (distance < 0 ? low : high));
    return (1 - share) * ruled + share / (1 + Math.exp(shape * distance));
  };
}

/** Chance of exceeding `ms` if what has lasted this long will last as long again. */
export function heavyTail(scale: number, shape: number): Survival {
  return (ms) => (1 + Math.max(0, ms) / scale) ** -shape;
}

/** Adds the rest of a duration that has already lasted `elapsed` ms. */
export function addRest(into: Forecast, weight: number, survival: Survival, elapsed: number): void {
  const start = survival(elapsed);
  if (!(start > 1e-12)) return;
  let before = start;
  for (let bin = 0; bin < BINS; bin += 1) {
    const after = bin === BINS - 1 ? 0 : survival(elapsed + (EDGES[bin + 1] ?? 0));
    into[bin] = (into[bin] ?? 0) + (weight * Math.max(0, before - after)) / start;
    before = after;
  }
}

/** Adds another forecast with this weight. */
export function addForecast(into: Forecast, weight: number, other: Forecast): void {
  for (let bin = 0; bin < BINS; bin += 1) into[bin] = (into[bin] ?? 0) + weight * (other[bin] ?? 0);
}

/** Scales the sum to 1; an empty forecast stays empty. */
export function normalise(forecast: Forecast): Forecast {
  const sum = forecast.reduce((total, share) => total + share, 0);
  return sum > 0 ? forecast.map((share) => share / sum) : forecast;
}

/** Spreads each bin by a log-normal factor with log-sd `spread`. */
export function blur(forecast: Forecast, spread: number): Forecast {
  const reach = Math.min(BINS, Math.ceil((2.8 * spread) / LOG_RATIO));
  if (reach < 1) return forecast;
  const kernel = Array.from({ length: reach + 1 }, (_, step) =>
    Math.exp(-0.5 * ((step * LOG_RATIO) / spread) ** 2),
  );
  const total = kernel.reduce((sum, share) => sum + 2 * share, -1);
  const blurred = emptyForecast();
  for (let bin = 0; bin < BINS; bin += 1) {
    const share = (forecast[bin] ?? 0) / total;
    if (share === 0) continue;
    for (let step = -reach; step <= reach; step += 1) {
      const target = Math.min(BINS - 1, Math.max(0, bin + step));
      blurred[target] = (blurred[target] ?? 0) + share * (kernel[Math.abs(step)] ?? 0);
    }
  }
  return blurred;
}

/** The time left, in ms, that is not exceeded with probability `share`. */
export function quantile(forecast: Forecast, share: number): number {
  let sum = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const mass = forecast[bin] ?? 0;
    if (sum + mass >= share && mass > 0) {
      const low = EDGES[bin] ?? 0;
      return low + ((share - sum) / mass) * ((EDGES[bin + 1] ?? 0) - low);
    }
    sum += mass;
  }
  return EDGES[BINS] ?? 0;
}
