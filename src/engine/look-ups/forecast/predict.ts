import type { Answer } from '~/core/answer';

import { countedForecast, knotsOf, lineOf } from './counting';
import type { Durations, Quantiles } from './history';
import { NUMBERS } from './numbers';
import { logNormal, TENTH, type Forecast, type Survival } from './forecast';
import { beganAt, runStart, stagesOf, type Stage } from './stages';

/** What to expect of an unfinished task. */
interface Prediction {
  /** Time left until it is finished. */
  done: Forecast;
  /** Time left until its current stage ends; null if that would tell nothing. */
  stage: Forecast | null;
  /** What the estimate is based on. */
  evidence: 'numbers' | 'history' | 'none';
}

/** The time left at `now`, from numbers, what is known about this stage, and age; as of the last readable answer. */
export function predict(answer: Answer, usual: Durations | null, now: number): Prediction {
  const stages = stagesOf(answer);
  const stage = stages.at(-1);
  if (!stage) return { done: blind(0), stage: null, evidence: 'none' };
  const silent = silentForecast(stages, stage, usual, now);
  const shown = answer.sightings.at(-1)?.progress ?? null;
  const line =
    stage.state === 'running' && shown !== null ? lineOf(knotsOf(answer.sightings)) : null;
  if (line) {
    return {
      done: countedForecast(line, usual, silent.done, now),
      stage: null,
      evidence: 'numbers',
    };
  }
  return { ...silent, stage: stageForecast(answer, stage, usual, now) };
}

/** The time left, judged without numbers. */
function silentForecast(
  stages: readonly Stage[],
  stage: Stage,
  usual: Durations | null,
  now: number,
): Pick<Prediction, 'done' | 'evidence'> {
  const start = runStart(stages);
  const first = stages[0] ?? stage;
  const learnt = usual && own(usual.stages, stage.name)?.toDone;
  const known = [
    [learnt, stage],
    [start && usual?.running, start],
    [start ? null : usual?.total, first],
  ] as const;
  for (const [durations, since] of known) {
    if (since && durations && durations.count >= NUMBERS.enough) {
      return { done: rest(survivalOf(durations), since, now), evidence: 'history' };
    }
  }
  return { done: blind(now - beganAt(start ?? first)), evidence: 'none' };
}

/** When the current stage may end, from the service's own hint, what is learnt, or age. */
function stageForecast(
  answer: Answer,
  stage: Stage,
  usual: Durations | null,
  now: number,
): Forecast | null {
  const { median, spread, hintSpread } = NUMBERS.queue;
  const hint = stage.state === 'queued' ? (answer.task?.queue?.waitSeconds ?? 0) * 1000 : 0;
  if (hint > 0) {
    const elapsed = Math.max(0, now - (answer.answeredAt ?? now));
    return [{ weight: 1, survival: logNormal(hint, hintSpread, hintSpread), elapsed }];
  }
  const learnt = usual && own(usual.stages, stage.name)?.lasts;
  if (learnt && learnt.count >= NUMBERS.enough) return rest(survivalOf(learnt), stage, now);
  if (stage.state === 'running') return null;
  return rest(logNormal(median, spread, spread), stage, now);
}

/** The rest of a stage that began at some time between two look-ups. */
function rest(survival: Survival, stage: Stage, now: number): Forecast {
  const width = stage.seenAt - stage.afterAt;
  return [1 / 6, 1 / 2, 5 / 6].map((share) => ({
    weight: 1 / 3,
    survival,
    elapsed: Math.max(0, now - stage.afterAt - share * width),
  }));
}

function blind(elapsed: number): Forecast {
  const { median, spread } = NUMBERS.run;
  return [
    { weight: 1, survival: logNormal(median, spread, spread), elapsed: Math.max(0, elapsed) },
  ];
}

/** A distribution through the learnt quantiles; few samples are widened. */
function survivalOf({ p10, p50, p90, count }: Quantiles): Survival {
  const { leastSpread, fewSpread, fewWeight } = NUMBERS;
  const middle = Math.max(100, p50);
  const soften = (ratio: number): number => {
    const spread = Math.max(leastSpread, Math.log(Math.max(1, ratio)) / TENTH);
    return Math.sqrt((count * spread ** 2 + fewWeight * fewSpread ** 2) / (count + fewWeight));
  };
  return logNormal(middle, soften(middle / Math.max(50, p10)), soften(p90 / middle));
}

function own<T>(record: Record<string, T>, name: string): T | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}
