import { NUMBERS } from './numbers';
import { BINS, EDGES, type Forecast } from './forecast';

/** The part of a forecast that further numbers will sharpen, and what those numbers are like. */
export interface Sharpening {
  forecast: Forecast;
  /** Current progress and its step, both in percent, and its pace in percent per ms. */
  place: number;
  step: number;
  pace: number;
}

/**
 * The cheapest gap until the next inspection, in ms (Barlow, Hunter and Proschan 1963). An inspection after `x` costs
 * the delay if the end comes first, and otherwise its own worth plus everything that follows:
 * - If there is nothing to learn on the way, what follows is given by Keller's density (1974): at hazard h the best
 *   rate of inspections is √(h / 2κ), with κ the worth of one in ms, so time costs √(2κh).
 * - For the share `sharpening` of the forecast, numbers show the end coming: each inspection makes the next so much
 *   more certain that the cost only grows with the logarithm of the time left.
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
    // From here on, only the delay grows.
    if (delay > best.cost) break;
    if (high < NUMBERS.shortest / 2) continue;
    const sharp = sharpening ? worth * narrowing(sharpening, bin) : 0;
    const cost = delay + alive * worth + (after[bin + 1] ?? 0) + sharp;
    if (cost < best.cost) best = { gap: high, cost };
  }
  return best.gap;
}

/**
 * Look-ups that follow one at the end of `bin`, weighted by how much of the forecast is left. A number is accurate to
 * one step: the further progress has come by then, the more certain its pace. The remaining doubt is narrowed later.
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

/** Per bin: the cost, from its start on, of inspecting at the best density until the end is seen. */
function keepingOn(forecast: Forecast, sharpening: Sharpening | null, worth: number): Float64Array {
  const costs = new Float64Array(BINS + 1);
  let alive = 0;
  for (let bin = BINS - 1; bin >= 0; bin -= 1) {
    const mass = Math.max(0, (forecast[bin] ?? 0) - (sharpening?.forecast[bin] ?? 0));
    const width = (EDGES[bin + 1] ?? 0) - (EDGES[bin] ?? 0);
    // √(2κh)·S with h = mass / (width · S): a constant hazard within the bin.
    costs[bin] = (costs[bin + 1] ?? 0) + Math.sqrt(2 * worth * mass * (alive + mass / 2) * width);
    alive += mass;
  }
  return costs;
}
