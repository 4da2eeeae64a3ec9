import type { Sighting } from '~/core/answer';

import { NUMBERS } from './numbers';
import { heavyTail, logNormal, TENTH, type Forecast } from './forecast';
import type { Durations } from './history';

const P = NUMBERS.progress;

/** A number when it was first seen. */
interface Knot {
  at: number;
  /** How long before that an older number was still seen; Infinity if none was. */
  width: number;
  shown: number;
  /** Percent gained so far: numbers that fall gain nothing. */
  gained: number;
  /** How often they have fallen so far. */
  falls: number;
}

/**
 * The numbers of the current run. One that falls a little stands still; one that falls further counts on from there, and
 * the pace before is still worth something.
 */
export function knotsOf(sightings: readonly Sighting[]): Knot[] {
  let knots: Knot[] = [];
  let seenAt = -Infinity;
  for (const { at, state, progress } of sightings) {
    const last = state === 'running' ? knots.at(-1) : undefined;
    if (state !== 'running') knots = [];
    else if (progress !== null && !stands(progress - (last?.shown ?? -1))) {
      const gain = last ? progress - last.shown : 0;
      knots.push({
        at,
        width: at - seenAt,
        shown: progress,
        gained: (last?.gained ?? 0) + Math.max(0, gain),
        falls: (last?.falls ?? 0) + (gain < 0 ? 1 : 0),
      });
    }
    seenAt = at;
  }
  return knots;
}

function stands(gain: number): boolean {
  return gain <= 0 && gain > -P.leastFall;
}

/** Where the numbers are and how fast they move. */
export interface Line {
  /** Epoch ms at which the last number was first seen. */
  at: number;
  /** Where progress was then, in percent: up to one step beyond the number. */
  place: number;
  /** Percent per ms, and the log-sd of that. */
  pace: number;
  spread: number;
  /** The step that the service counts in, in percent. */
  step: number;
}

/** The line through the numbers; null before they have moved. */
export function lineOf(knots: readonly Knot[]): Line | null {
  const last = knots.at(-1);
  const first = knots[0];
  if (!last || !first || !(last.gained > 0) || !(last.at > first.at)) return null;
  const step = stepOf(knots);
  const rough = last.gained / (last.at - first.at);
  const blur = ({ width }: Knot): number => Math.min(step, rough * width) / 2;
  let weights = 0;
  let sum = 0;
  let squares = 0;
  let sharpest = Infinity;
  for (const knot of knots) {
    const gained = last.gained + blur(last) - knot.gained - blur(knot);
    const took = last.at - knot.at;
    if (!(gained > 0) || !(took > 0)) continue;
    const error =
      (blur(last) ** 2 + blur(knot) ** 2) / 3 / gained ** 2 + P.fall * (last.falls - knot.falls);
    const weight = 1 / (error + P.leastSpread ** 2);
    const log = Math.log(gained / took);
    weights += weight;
    sum += weight * log;
    squares += weight * log ** 2;
    sharpest = Math.min(sharpest, error);
  }
  if (!(weights > 0)) return null;
  const mean = sum / weights;
  const scatter = Math.max(0, squares / weights - mean ** 2);
  const count = knots.length - 1;
  const uneven =
    (count * P.scatter * scatter + P.fewWeight * P.fewSpread ** 2) / (count + P.fewWeight);
  return {
    at: last.at,
    place: last.shown + blur(last),
    pace: Math.exp(mean),
    spread: Math.max(P.leastSpread, Math.sqrt(sharpest + uneven)),
    step,
  };
}

/**
 * The step a service counts in. A multiple of 25 is more likely to come from steps of 25 than from steps of 1, and much
 * more so with every further one.
 */
export function stepOf(knots: readonly Knot[]): number {
  const values = knots.map(({ shown }) => shown).filter((shown) => shown > 0 && shown < 100);
  let best = { step: 0.1, score: 0 };
  for (const [step, odds] of STEPS) {
    const fits = values.every((value) => Math.abs(value / step - Math.round(value / step)) < 1e-6);
    const score = fits ? odds * step ** values.length : 0;
    if (score > best.score) best = { step, score };
  }
  return best.step;
}

const STEPS = [
  [25, 0.08],
  [20, 0.06],
  [10, 0.14],
  [5, 0.1],
  [1, 0.6],
  [0.1, 0.02],
] as const;

/**
 * The time left by the numbers: along the line to where this model's runs end; or the number stands still, and that lasts
 * as long again as it has lasted; or none of that, and only what is known without numbers counts (`silent`).
 */
export function countedForecast(
  { at, place, pace, spread, step }: Line,
  usual: Durations | null,
  silent: Forecast,
  now: number,
): Forecast {
  const stood = Math.max(0, now - at);
  const steps = (ms: number): number => (Math.max(0, ms) * pace) / step;
  const along = endsOf(usual, place, step).map(([end, share]) => {
    // A run that ends beyond 100 stands still for that long somewhere.
    const unsaid = steps(stood - Math.max(0, end - 100) / pace);
    const moves = 1 / (1 + (unsaid / P.patientSteps) ** P.patience);
    const survival = logNormal(Math.max(P.leastRest, (end - place) / pace), spread, spread);
    return { weight: share * moves, survival, elapsed: stood };
  });
  const still = heavyTail(Math.max(P.stillLeast, stood), P.stillShape);
  return [
    ...along,
    { weight: P.still * Math.min(1, steps(stood)), survival: still, elapsed: 0 },
    ...silent.map((part) => ({ ...part, weight: part.weight * P.jump })),
  ];
}

/** Points of a normal distribution, in sds, with their shares. */
const POINTS = [
  [-1.8, 0.06],
  [-1.1, 0.14],
  [-0.5, 0.2],
  [0, 0.2],
  [0.5, 0.2],
  [1.1, 0.14],
  [1.8, 0.06],
] as const;

/** Where the line may be at the end, in percent, and how likely that is: at 100, or where it was for earlier tasks. */
function endsOf(
  usual: Durations | null,
  place: number,
  step: number,
): (readonly [end: number, share: number])[] {
  const learnt = usual?.lineEnd;
  if (!learnt || learnt.count < NUMBERS.enough) return [[Math.max(100, place), 1]];
  const { p10, p50, p90, count } = learnt;
  const wider = (1 + NUMBERS.fewWeight / count) / TENTH;
  const ends = POINTS.map(
    ([z, share]) => [p50 + z * wider * (z < 0 ? p50 - p10 : p90 - p50), share] as const,
  );
  const ahead = ends.filter(([end]) => end > place);
  return ahead.length > 0 ? ahead : [[place + step, 1]];
}
