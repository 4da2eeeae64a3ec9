import type { Sighting } from '~/core/answer';

import type { Durations, Quantiles } from './history';
import { NUMBERS } from './numbers';
import {
  addRest,
  emptyForecast,
  logNormal,
  normalise,
  type Forecast,
  type Survival,
} from './forecast';
import { beganAt, type Stage } from './stages';

const P = NUMBERS.progress;

/** The 10 % and 90 % quantiles of a normal distribution are this many sds from its mean. */
const TENTH = 1.2816;

/** A distribution through the learnt quantiles; few samples are widened. */
export function survivalOf({ p10, p50, p90, count }: Quantiles): Survival {
  const { leastSpread, fewSpread, fewWeight } = NUMBERS;
  const middle = Math.max(100, p50);
  const soften = (ratio: number): number => {
    const spread = Math.max(leastSpread, Math.log(Math.max(1, ratio)) / TENTH);
    return Math.sqrt((count * spread ** 2 + fewWeight * fewSpread ** 2) / (count + fewWeight));
  };
  return logNormal(middle, soften(middle / Math.max(50, p10)), soften(p90 / middle));
}

/** Where the line will be at the end, in percent, and how likely that is. */
export type Ends = readonly (readonly [end: number, share: number])[];

const HONEST: Ends = [[100, 1]];

/** What is known about the end of the line, if it is clearly not 100. */
export function endsOf(usual: Durations | null): Ends {
  const learnt = usual?.lineEnd;
  if (!learnt || !isCrooked(learnt)) return HONEST;
  const { p10, p50, p90, count } = learnt;
  const wider = 1 + NUMBERS.fewWeight / count;
  return NORMAL.map(([z, share]) => {
    const spread = Math.max(P.leastEndSpread, wider * (z < 0 ? p50 - p10 : p90 - p50));
    return [Math.max(1, p50 + (z / TENTH) * spread), share];
  });
}

/** A normal distribution in seven points. */
const NORMAL = [-1.8, -1.1, -0.5, 0, 0.5, 1.1, 1.8].map((z, _, all) => {
  const weight = (at: number): number => Math.exp(-0.5 * at * at) * (Math.abs(at) > 0.6 ? 1.3 : 1);
  return [z, weight(z) / all.reduce((sum, at) => sum + weight(at), 0)] as const;
});

function isCrooked({ p10, p50, p90, count }: Quantiles): boolean {
  const off = Math.abs(p50 - 100);
  return count >= NUMBERS.enough && off > Math.max(P.honestWithin, (p90 - p10) / 3);
}

/**
 * The time left of a plateau known from earlier tasks: this service's last number stands still for about the same share
 * of the run. Null if none is known or the number is not the last one.
 */
export function plateauForecast(
  usual: Durations | null,
  seen: readonly Sighting[],
  start: Stage,
  now: number,
): Forecast | null {
  const { lineEnd = null, lastShown = null } = usual ?? {};
  const progress = seen.at(-1)?.progress ?? 0;
  if (!lineEnd || !lastShown || !isCrooked(lineEnd) || progress < lastShown.p50) return null;
  const first = seen.findIndex((one) => one.progress === progress);
  const reachedAt = seen[first]?.at ?? now;
  const notAt = seen[first - 1]?.at ?? start.seenAt;
  // How long it stands still, as a share of the time before it, scaled to look like ms.
  const SCALE = 100_000;
  const beyond = (end: number): number => SCALE * Math.max(0.01, end / lastShown.p50 - 1);
  const { p10, p50, p90, count } = lineEnd;
  const share = survivalOf({ p10: beyond(p10), p50: beyond(p50), p90: beyond(p90), count });
  const forecast = emptyForecast();
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const at = notAt + part * (reachedAt - notAt);
    const took = Math.max(1000, at - beganAt(start));
    const survival: Survival = (ms) => share((SCALE * ms) / took);
    // Ends that should be over by now count for less.
    addRest(forecast, survival(now - at), survival, now - at);
  }
  return normalise(forecast);
}
