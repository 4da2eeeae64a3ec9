import type { Sighting } from '~/core/answer';

import { NUMBERS } from './numbers';

const P = NUMBERS.progress;

/** A number that was seen; the true progress at that time was between `low` and `high`. */
export interface Reading {
  at: number;
  low: number;
  high: number;
}

/** The numbers of the current run, thinned out: the latest, and some spread over the time before. */
export function pickSightings(sightings: readonly Sighting[]): Sighting[] {
  let run: Sighting[] = [];
  for (const sighting of sightings) {
    const last = run.at(-1);
    if (sighting.state !== 'running' || sighting.progress === null) {
      if (sighting.state !== 'running') run = [];
      continue;
    }
    // A number that dropped is a new attempt.
    if (last && (last.progress ?? 0) > sighting.progress) run = [];
    run.push(sighting);
  }
  const early = run.slice(0, -P.latest);
  const every = Math.max(1, Math.ceil(early.length / P.earlier));
  return [...early.filter((_, index) => index % every === 0), ...run.slice(-P.latest)];
}

/**
 * The step a service counts in. A multiple of 25 is more likely to come from steps of 25 than from steps of 1, and much
 * more so with every further one.
 */
export function stepOf(sightings: readonly Sighting[]): number {
  const values = [...new Set(sightings.map(({ progress }) => progress ?? 0))].filter(
    (value) => value > 0 && value < 100,
  );
  let best = { step: 0.1, score: 0 };
  for (const [step, odds] of STEPS) {
    const fits = values.every((value) => Math.abs(value / step - Math.round(value / step)) < 1e-6);
    const score = fits ? odds * step ** values.length : 0;
    if (score > best.score) best = { step, score };
  }
  return Math.max(best.step, leapOf(sightings));
}

/** The largest leap after a standstill: a service without a regular step may still count in leaps. */
function leapOf(sightings: readonly Sighting[]): number {
  let leap = 0;
  let standsAt = sightings[0]?.at ?? 0;
  sightings.forEach((sighting, index) => {
    const before = sightings[index - 1];
    if (!before || before.progress === sighting.progress) return;
    const stood = (before.at - standsAt) / Math.max(1, sighting.at - standsAt);
    // The first number proves nothing: a task may be slow to start.
    if ((before.progress ?? 0) > 0) {
      leap = Math.max(leap, stood * ((sighting.progress ?? 0) - (before.progress ?? 0)));
    }
    standsAt = sighting.at;
  });
  return leap;
}

const STEPS = [
  [25, 0.08],
  [20, 0.06],
  [10, 0.14],
  [5, 0.1],
  [1, 0.6],
  [0.1, 0.02],
] as const;

/** What a number says about the progress at that moment. */
export function readingOf(sighting: Sighting, step: number): Reading {
  const low = sighting.progress ?? 0;
  return { at: sighting.at, low, high: low + step };
}
