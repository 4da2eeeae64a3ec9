import type { Sighting } from '~/core/answer';

import type { Durations } from './history';
import type { Sharpening } from './gap';
import { endsOf, plateauForecast, type Ends } from './learnt';
import { NUMBERS } from './numbers';
import {
  addForecast,
  addRest,
  binOf,
  blur,
  chanceBelow,
  EDGES,
  emptyForecast,
  heavyTail,
  normalise,
  type Forecast,
} from './forecast';
import { pickSightings, readingOf, stepOf, type Reading } from './readings';
import type { Stage } from './stages';

const P = NUMBERS.progress;

/** Progress is assumed to be at `place` now, moving at `pace` percent per ms. */
interface Line {
  place: number;
  pace: number;
  drift: number;
}

/**
 * The time left, from the numbers seen. A straight line (pace, current position) is weighed against all sightings, each
 * of which says that progress was within one step of the number shown. How irregular the pace is, is a hypothesis too,
 * so a service that counts evenly is believed to the second and an erratic one is not. The other case is a plateau: the
 * number stands still and says nothing more. Its length is learnt; if it is unknown, what is known without numbers
 * (`silent`) counts, together with the rule that what has lasted will last as long again. `sharpening` is the part that
 * further numbers will sharpen. Null if the numbers say nothing yet.
 */
export function progressForecast(
  sightings: readonly Sighting[],
  start: Stage | null,
  usual: Durations | null,
  now: number,
  silent: Forecast,
): { done: Forecast; sharpening: Sharpening | null } | null {
  const seen = pickSightings(sightings);
  const last = seen.at(-1);
  if (!last || last.progress === null || last.progress <= 0 || last.progress >= 100) return null;
  const step = stepOf(seen);
  const readings = seen.map((sighting) => readingOf(sighting, step));
  if (start && start.afterAt < start.seenAt) {
    readings.unshift({ at: start.afterAt, low: 0, high: P.floor });
  }
  const ends = endsOf(usual);
  const reachedAt = seen.find(({ progress }) => progress === last.progress)?.at ?? last.at;
  const stuckFor = now - reachedAt;
  const moving = weigh(readings, now, silent, ends);
  const learnt = start ? plateauForecast(usual, seen, start, now) : null;
  // On a plateau, the line may have passed the number shown.
  const free = readings.map((reading, index) =>
    index === readings.length - 1 ? { ...reading, high: Infinity } : reading,
  );
  const loose = learnt || stuckFor > 0 ? weigh(free, now, silent, ends).evidence : 0;
  const odds = learnt ? P.knownOdds : last.progress >= P.late ? P.lateStallOdds : P.stallOdds;
  const lively = moving.evidence * patience(seen, step, reachedAt, stuckFor);
  const plateau = loose > 0 ? shareOf(odds * loose, (1 - odds) * lively) : 0;

  const line = (1 - plateau) * (1 - P.jump);
  const done = moving.forecast.map((share) => share * line);
  const stepMs = step / moving.pace;
  const forecast = done.map((share, bin) => ((EDGES[bin] ?? 0) > stepMs ? share : 0));
  if (learnt) addForecast(done, plateau, learnt);
  const unforeseen = learnt ? 0 : plateau / 2;
  addForecast(done, unforeseen + (1 - plateau) * P.jump, silent);
  addRest(done, unforeseen, heavyTail(Math.max(P.stallLeast, stuckFor), P.stallShape), 0);
  // A number that stands still for an unknown time sharpens nothing.
  const still = learnt === null && plateau > P.stillFrom;
  const sharpening = still ? null : { forecast, place: last.progress, step, pace: moving.pace };
  return { done: normalise(done), sharpening };
}

/** How likely it is that a moving number stands still this long: a few steps' time is normal, ten times that is not. */
function patience(
  seen: readonly Sighting[],
  step: number,
  reachedAt: number,
  stuckFor: number,
): number {
  const [first] = seen;
  const gained = (seen.at(-1)?.progress ?? 0) - (first?.progress ?? 0);
  if (!first || !(gained > 0) || !(reachedAt > first.at)) return 1;
  const steps = (stuckFor / (reachedAt - first.at)) * (gained / Math.min(step, P.coarsest));
  return Math.exp(-Math.max(0, steps - P.patientSteps));
}

function shareOf(one: number, other: number): number {
  const share = one / (one + other);
  return Number.isFinite(share) ? share : 1;
}

function weigh(
  readings: readonly Reading[],
  now: number,
  silent: Forecast,
  ends: Ends,
): { forecast: Forecast; evidence: number; pace: number } {
  const last = readings.at(-1);
  if (!last) return { forecast: emptyForecast(), evidence: 0, pace: 1 };
  const farthest = Math.max(...ends.map(([end]) => end), last.low + 1);
  const reach = Math.min(last.high, farthest) - last.low;
  const places = Array.from(
    { length: P.places },
    (_, index) => last.low + ((index + 0.5) / P.places) * reach,
  );
  const [slow, fast] = paceRange(readings, now, places);
  const byDrift = P.drifts.map(() => emptyForecast());
  let evidence = 0;
  let paceSum = 0;
  for (let index = 0; index < P.paces; index += 1) {
    const pace = slow * (fast / slow) ** (index / (P.paces - 1));
    for (const place of places) {
      P.drifts.forEach((drift, which) => {
        const target = byDrift[which];
        const fit = (P.driftOdds[which] ?? 0) * likelihood(readings, now, { place, pace, drift });
        for (const [end, share] of ends) {
          if (!target || end <= place) continue;
          const bin = binOf((end - place) / pace);
          // Prior on the total: what is usual without numbers, and never zero.
          const weight = fit * share * (P.leastPrior + (silent[bin] ?? 0));
          target[bin] = (target[bin] ?? 0) + weight;
          evidence += weight;
          paceSum += weight * pace;
        }
      });
    }
  }
  const forecast = emptyForecast();
  P.drifts.forEach((drift, which) => {
    addForecast(forecast, 1, blur(byDrift[which] ?? emptyForecast(), drift));
  });
  const span = Math.log(fast / slow);
  const pace = evidence > 0 ? paceSum / evidence : slow;
  return {
    forecast: normalise(forecast),
    evidence: (evidence * span) / (P.paces * P.places),
    pace,
  };
}

/** How well a line explains the sightings, 0 to 1. */
function likelihood(readings: readonly Reading[], now: number, line: Line): number {
  let product = 1;
  for (const { at, low, high } of readings) {
    const expected = line.place - line.pace * (now - at);
    const scatter = Math.max(P.floor, line.drift * Math.abs(line.place - expected));
    const below = high === Infinity ? 1 : chanceBelow((high - expected) / scatter);
    const above = low <= 0 ? 0 : chanceBelow((low - expected) / scatter);
    product *= Math.max(1e-9, below - above);
  }
  return product;
}

/** Paces worth trying: a coarse search over five orders of magnitude finds the region that explains anything. */
function paceRange(
  readings: readonly Reading[],
  now: number,
  places: readonly number[],
): [number, number] {
  const middle = places[Math.floor(places.length / 2)] ?? 0;
  const drift = P.drifts.at(-1) ?? 0.25;
  let best = 0;
  const tried = Array.from({ length: 64 }, (_, index) => {
    // A whole task in 2 s to 12 h.
    const pace = 100 / (2_000 * 1.17 ** index);
    const fit = likelihood(readings, now, { place: middle, pace, drift });
    best = Math.max(best, fit);
    return { pace, fit };
  });
  const fitting = tried.filter(({ fit }) => fit >= best * 0.003).map(({ pace }) => pace);
  const slow = Math.min(...fitting);
  const fast = Math.max(...fitting);
  return [slow / 1.17, fast * 1.17];
}
