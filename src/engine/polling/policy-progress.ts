import type { Sighting } from '~/core/answer';

import { NUMBERS } from './policy-numbers';
import {
  addOutlook,
  addRest,
  binOf,
  blur,
  chanceBelow,
  emptyOutlook,
  heavyTail,
  normalise,
  type Outlook,
} from './policy-outlook';

const P = NUMBERS.progress;

/** A number that was seen; the true progress then was somewhere in `low` to `high`. */
interface Reading {
  at: number;
  low: number;
  high: number;
}

/** Progress believed to be at `place` now, moving at `pace` percent per ms. */
interface Line {
  weight: number;
  place: number;
  pace: number;
  drift: number;
}

/**
 * The time left by the numbers seen. A straight line (pace, place now) is weighed against all sightings: each says
 * that progress was within one step of what was shown. How unsteady the pace is, is a hypothesis too, so a service
 * that counts evenly is believed to the second and an erratic one is not. Beside it stands the stall: the number
 * stands still and tells nothing, and what is known without numbers (`silent`) counts.
 * Null where the numbers tell nothing yet.
 */
export function progressOutlook(
  sightings: readonly Sighting[],
  now: number,
  silent: Outlook,
): Outlook | null {
  const seen = pickSightings(sightings);
  const last = seen.at(-1);
  if (!last || last.progress === null || last.progress <= 0 || last.progress >= 100) return null;
  const step = stepOf(seen);
  const readings = seen.map((sighting) => readingOf(sighting, step));
  const moving = weigh(readings, now, silent);
  const stuckSince = seen.find((sighting) => sighting.progress === last.progress)?.at ?? last.at;
  const stuckFor = now - stuckSince;

  const outlook = emptyOutlook();
  const stall = stallShare(readings, now, last.progress, moving.evidence, stuckFor);
  addOutlook(outlook, (1 - stall) * (1 - P.jump), moving.outlook);
  addOutlook(outlook, stall * 0.5 + P.jump, silent);
  const tail = heavyTail(Math.max(P.stallLeast, stuckFor), P.stallShape);
  addRest(outlook, stall * 0.5, tail, 0);
  return normalise(outlook);
}

/** The chance that the number stands still: how much better the sightings fit without the last one. */
function stallShare(
  readings: readonly Reading[],
  now: number,
  progress: number,
  evidence: number,
  stuckFor: number,
): number {
  const odds = progress >= P.late ? P.lateStallOdds : P.stallOdds;
  if (stuckFor <= 0) return 0;
  const free = readings.map((reading, index) =>
    index === readings.length - 1 ? { ...reading, high: Infinity } : reading,
  );
  const without = weigh(free, now, null).evidence;
  const stalled = odds * without;
  const share = stalled / (stalled + (1 - odds) * evidence);
  return Number.isFinite(share) ? share : 1;
}

function weigh(
  readings: readonly Reading[],
  now: number,
  silent: Outlook | null,
): { outlook: Outlook; evidence: number } {
  const last = readings.at(-1);
  if (!last) return { outlook: emptyOutlook(), evidence: 0 };
  const places = Array.from(
    { length: P.places },
    (_, index) => last.low + ((index + 0.5) / P.places) * (Math.min(100, last.low + stepWidth(last)) - last.low),
  );
  const [slow, fast] = paceRange(readings, now, places);
  const byDrift = P.drifts.map(() => emptyOutlook());
  let evidence = 0;
  for (let index = 0; index < P.paces; index += 1) {
    const pace = slow * (fast / slow) ** (index / (P.paces - 1));
    for (const place of places) {
      const left = Math.max(0, 100 - place) / pace;
      const bin = binOf(left);
      // The prior on the whole: what is usual without numbers, and never nothing.
      const prior = silent ? 0.002 + (silent[bin] ?? 0) : 1;
      P.drifts.forEach((drift, which) => {
        const line = { weight: prior * (P.driftOdds[which] ?? 0), place, pace, drift };
        const weight = line.weight * likelihood(readings, now, line);
        const target = byDrift[which];
        if (target) target[bin] = (target[bin] ?? 0) + weight;
        evidence += weight;
      });
    }
  }
  const outlook = emptyOutlook();
  P.drifts.forEach((drift, which) => {
    addOutlook(outlook, 1, blur(byDrift[which] ?? emptyOutlook(), drift));
  });
  const span = Math.log(fast / slow);
  return { outlook: normalise(outlook), evidence: (evidence * span) / (P.paces * P.places) };
}

function stepWidth(reading: Reading): number {
  return Number.isFinite(reading.high) ? reading.high - reading.low : 1;
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

/** Paces worth trying: from a coarse search over five orders of magnitude to the region that explains anything. */
function paceRange(
  readings: readonly Reading[],
  now: number,
  places: readonly number[],
): [number, number] {
  const middle = places[Math.floor(places.length / 2)] ?? 0;
  const drift = P.drifts.at(-1) ?? 0.25;
  let best = 0;
  const tried = Array.from({ length: 64 }, (_, index) => {
    // A whole task in 2 s up to 12 h.
    const pace = 100 / (2_000 * 1.17 ** index);
    const fit = likelihood(readings, now, { weight: 1, place: middle, pace, drift });
    best = Math.max(best, fit);
    return { pace, fit };
  });
  const fitting = tried.filter(({ fit }) => fit >= best * 0.003).map(({ pace }) => pace);
  const slow = Math.min(...fitting);
  const fast = Math.max(...fitting);
  return [slow / 1.17, fast * 1.17];
}

/** The numbers of the run as it is going on, thinned: the latest, and some spread over the time before. */
function pickSightings(sightings: readonly Sighting[]): Sighting[] {
  let run: Sighting[] = [];
  for (const sighting of sightings) {
    const last = run.at(-1);
    if (sighting.state !== 'running' || sighting.progress === null) {
      if (sighting.state !== 'running') run = [];
      continue;
    }
    // A number that fell back is a new attempt.
    if (last && (last.progress ?? 0) > sighting.progress) run = [];
    run.push(sighting);
  }
  const early = run.slice(0, -P.latest);
  const every = Math.max(1, Math.ceil(early.length / P.earlier));
  return [...early.filter((_, index) => index % every === 0), ...run.slice(-P.latest)];
}

/**
 * The step a service counts in. A value that is a multiple of 25 is more likely to come from steps of 25 than from
 * steps of 1, and with every further one much more so.
 */
function stepOf(sightings: readonly Sighting[]): number {
  const values = [...new Set(sightings.map(({ progress }) => progress ?? 0))].filter(
    (value) => value > 0 && value < 100,
  );
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

function readingOf(sighting: Sighting, step: number): Reading {
  const low = sighting.progress ?? 0;
  return { at: sighting.at, low, high: low + step };
}
