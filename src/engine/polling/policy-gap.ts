import { NUMBERS } from './policy-numbers';
import { BINS, EDGES, type Forecast } from './policy-forecast';

/** The part of a forecast that further numbers will make surer, and what they are like. */
export interface Sharpening {
  forecast: Forecast;
  /** Where progress stands, its step, both in percent, and its pace in percent per ms. */
  place: number;
  step: number;
  pace: number;
}

/**
 * The gap in ms to the next inspection that costs least (Barlow, Hunter and Proschan 1963). What an inspection after
 * `x` costs is the delay if the end comes before, and else the inspection's own worth and all that follows:
 * - Without anything to learn on the way, what follows is reckoned by Keller's density (1974): at hazard h the best
 *   rate of inspections is √(h / 2κ), κ the worth of one in ms, so that time costs √(2κh).
 * - The share `sharpening` of the forecast is foreseen by numbers: each inspection makes the next one so much surer
 *   that what follows grows only with the logarithm of the time left.
 */
export function optimalGap(
  forecast: Forecast,
  worth: number,
  sharpening: Sharpening | null,
): number {
  const after = keepingOn(forecast, sharpening, worth);
  let alive = 1;
  let delay = 0;
  let best = { gap: EDGES[BINS] ?? 0, cost: Infinity };
  for (let bin = 0; bin < BINS; bin += 1) {
    const low = EDGES[bin] ?? 0;
    const high = EDGES[bin + 1] ?? 0;
    const mass = forecast[bin] ?? 0;
    delay += (1 - alive + mass / 2) * (high - low);
    alive = Math.max(0, alive - mass);
    // The delay alone grows from here on.
    if (delay > best.cost) break;
    if (high < NUMBERS.shortest / 2) continue;
    const sharp = sharpening ? worth * narrowing(sharpening, bin) : 0;
    const cost = delay + alive * worth + (after[bin + 1] ?? 0) + sharp;
    if (cost < best.cost) best = { gap: high, cost };
  }
  return best.gap;
}

/**
 * Look-ups that follow one at the end of `bin`, weighed by how much of the forecast is left. A number is known to one
 * step, so the further progress has come by then, the surer its pace; what is left unsure is narrowed down further.
 */
function narrowing({ forecast, place, step, pace }: Sharpening, bin: number): number {
  const { near, factor, drift } = NUMBERS.narrowing;
  const at = EDGES[bin + 1] ?? 0;
  const unsure = Math.min(1, step / (place + pace * at) + drift);
  let sum = 0;
  for (let later = bin + 1; later < BINS; later += 1) {
    const mass = forecast[later] ?? 0;
    if (mass < 1e-6) continue;
    const middle = ((EDGES[later] ?? 0) + (EDGES[later + 1] ?? 0)) / 2;
    sum += mass * Math.log(1 + (unsure * (middle - at)) / near);
  }
  return sum / Math.log(factor);
}

/** By bin: what it costs from the start of the bin on to inspect at the best density until the end is seen. */
function keepingOn(forecast: Forecast, sharpening: Sharpening | null, worth: number): Float64Array {
  const costs = new Float64Array(BINS + 1);
  let alive = 0;
  for (let bin = BINS - 1; bin >= 0; bin -= 1) {
    const mass = Math.max(0, (forecast[bin] ?? 0) - (sharpening?.forecast[bin] ?? 0));
    const width = (EDGES[bin + 1] ?? 0) - (EDGES[bin] ?? 0);
    // √(2κh)·S with h = mass / (width · S): a hazard that is even within the bin.
    costs[bin] = (costs[bin + 1] ?? 0) + Math.sqrt(2 * worth * mass * (alive + mass / 2) * width);
    alive += mass;
  }
  return costs;
}
