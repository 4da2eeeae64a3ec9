import type { Answer } from '~/core/answer';

import type { Durations } from './history';
import type { Sharpening } from './gap';
import { survivalOf } from './learnt';
import { NUMBERS } from './numbers';
import {
  addRest,
  emptyForecast,
  logNormal,
  normalise,
  type Forecast,
  type Survival,
} from './forecast';
import { progressForecast } from './progress';
import { beganAt, runStart, stagesOf, type Stage } from './stages';

/** What to expect of an unfinished task. */
interface Prediction {
  /** Time left until it is finished. */
  done: Forecast;
  /** The part of `done` that further numbers will sharpen; null without numbers. */
  sharpening: Sharpening | null;
  /** Time left until its current stage ends; null if that would tell nothing. */
  stage: Forecast | null;
  /** What the estimate is based on. */
  evidence: 'numbers' | 'history' | 'none';
}

/** The last prediction per answer: cards, lists and the schedule ask for the same one repeatedly. */
const known = new WeakMap<
  Answer,
  { usual: Durations | null; now: number; prediction: Prediction }
>();

/** The time left at `now`, from numbers, what is known about this stage, and age; as of the last readable answer. */
export function predict(answer: Answer, usual: Durations | null, now: number): Prediction {
  const before = known.get(answer);
  if (before?.usual === usual && before.now === now) return before.prediction;
  const prediction = predictNow(answer, usual, now);
  known.set(answer, { usual, now, prediction });
  return prediction;
}

function predictNow(answer: Answer, usual: Durations | null, now: number): Prediction {
  const stages = stagesOf(answer);
  const stage = stages.at(-1);
  if (!stage) return { done: blind(0), sharpening: null, stage: null, evidence: 'none' };
  const silent = silentForecast(stages, stage, usual, now);
  if (stage.state === 'running') {
    const start = runStart(stages);
    const counted = progressForecast(answer.sightings, start, usual, now, silent.done);
    if (counted) return { ...counted, stage: null, evidence: 'numbers' };
  }
  return { ...silent, sharpening: null, stage: stageForecast(answer, stage, usual, now) };
}

/** The time left, judged without numbers. */
function silentForecast(
  stages: readonly Stage[],
  stage: Stage,
  usual: Durations | null,
  now: number,
): Pick<Prediction, 'done' | 'evidence'> {
  const learnt = usual && own(usual.stages, stage.name)?.toDone;
  if (learnt && learnt.count >= NUMBERS.enough) {
    return { done: rest(survivalOf(learnt), stage, now), evidence: 'history' };
  }
  const start = runStart(stages);
  if (start && usual?.running && usual.running.count >= NUMBERS.enough) {
    return { done: rest(survivalOf(usual.running), start, now), evidence: 'history' };
  }
  const first = stages[0] ?? stage;
  if (!start && usual?.total && usual.total.count >= NUMBERS.enough) {
    return { done: rest(survivalOf(usual.total), first, now), evidence: 'history' };
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
    const forecast = emptyForecast();
    const since = Math.max(0, now - (answer.answeredAt ?? now));
    addRest(forecast, 1, logNormal(hint, hintSpread, hintSpread), since);
    return normalise(forecast);
  }
  const learnt = usual && own(usual.stages, stage.name)?.lasts;
  if (learnt && learnt.count >= NUMBERS.enough) return rest(survivalOf(learnt), stage, now);
  if (stage.state === 'running') return null;
  return rest(logNormal(median, spread, spread), stage, now);
}

/** The rest of a stage that began at some time between two look-ups. */
function rest(survival: Survival, stage: Stage, now: number): Forecast {
  const forecast = emptyForecast();
  const width = stage.seenAt - stage.afterAt;
  for (const share of [1 / 6, 1 / 2, 5 / 6]) {
    addRest(forecast, 1 / 3, survival, Math.max(0, now - stage.afterAt - share * width));
  }
  return normalise(forecast);
}

function blind(elapsed: number): Forecast {
  const { median, spread } = NUMBERS.run;
  const forecast = emptyForecast();
  addRest(forecast, 1, logNormal(median, spread, spread), Math.max(0, elapsed));
  return normalise(forecast);
}

function own<T>(record: Record<string, T>, name: string): T | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}
