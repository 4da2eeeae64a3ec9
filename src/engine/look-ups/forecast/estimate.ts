import type { Answer, Sighting } from '~/core/answer';
import { isTerminal } from '~/core/task';

import type { Durations, Quantiles } from './history';
import { ESTIMATE, NUMBERS } from './numbers';
import { quantile } from './forecast';
import { predict } from './predict';
import { orderedAt } from './stages';

/** What can honestly be said about a task's time. All times in ms. */
export interface Estimate {
  /** Percent for the bar, 0 to 100; null if the service gives no numbers. */
  shownProgress: number | null;
  /** Time left, as a range; null without evidence. */
  remainingMs: readonly [low: number, high: number] | null;
  /** Time since it was submitted, as far as known, until now or its end; null before the first answer. */
  elapsedMs: number | null;
  /** How long similar tasks usually take from submission to end: p10 and p90. */
  usualRange: readonly [p10: number, p90: number] | null;
  /** It has taken longer than nine out of ten. */
  slower: boolean;
  /** Nothing has changed for a very long time. */
  stuck: boolean;
}

/** What to say about a task's time at `now`, in epoch ms. */
export function estimate(answer: Answer, usual: Durations | null, now: number): Estimate {
  const first = answer.sightings[0];
  const range = trusted(usual?.total) ?? trusted(usual?.running);
  const usualRange = range ? ([range.p10, range.p90] as const) : null;
  const shownProgress = shown(answer, now);
  const state = answer.task?.state ?? 'unknown';
  if (!first || isTerminal(state) || state === 'unknown') {
    const end =
      answer.task?.completedAt ?? answer.sightings.findLast((one) => one.state !== state)?.at;
    const over = first && isTerminal(state) ? Math.min(end ?? now, now) : now;
    const elapsedMs = first ? Math.max(0, over - orderedAt(answer, first.at)) : null;
    return { shownProgress, remainingMs: null, elapsedMs, usualRange, slower: false, stuck: false };
  }
  const elapsedMs = Math.max(0, now - orderedAt(answer, first.at));
  const stuckAfter = range ? Math.max(ESTIMATE.stuckLeast, 2 * range.p90) : ESTIMATE.stuckDefault;
  return {
    shownProgress,
    remainingMs: remaining(answer, usual, now),
    elapsedMs,
    usualRange,
    slower: usualRange !== null && elapsedMs > usualRange[1],
    stuck: now - changedAt(answer.sightings) > stuckAfter,
  };
}

/** When the task will probably be finished, in epoch ms; null without evidence. */
export function expectedDoneAt(
  answer: Answer,
  usual: Durations | null,
  now: number,
): number | null {
  const seenAt = answer.answeredAt;
  if (seenAt === null || !answer.task || isTerminal(answer.task.state)) return null;
  const { done, evidence } = predict(answer, usual, Math.min(seenAt, now));
  return evidence === 'none' ? null : Math.max(now, seenAt + quantile(done, 0.5));
}

function trusted(quantiles: Quantiles | null | undefined): Quantiles | null {
  return quantiles && quantiles.count >= NUMBERS.enough ? quantiles : null;
}

function remaining(
  answer: Answer,
  usual: Durations | null,
  now: number,
): readonly [number, number] | null {
  const seenAt = answer.answeredAt ?? now;
  const { done, evidence } = predict(answer, usual, seenAt);
  if (evidence === 'none') return null;
  const since = Math.max(0, now - seenAt);
  const low = Math.max(0, quantile(done, 0.1) - since);
  const high = quantile(done, 0.9) - since;
  // Once the time is up, or if the range says nothing, there is nothing honest to say.
  if (high <= 0 || quantile(done, 0.9) > ESTIMATE.widest * quantile(done, 0.1)) return null;
  return [low, high];
}

/** When anything about the task last changed, in epoch ms. */
function changedAt(sightings: readonly Sighting[]): number {
  const last = sightings.at(-1);
  const different = sightings.findLastIndex(
    ({ state, word, progress }) =>
      state !== last?.state || word !== last.word || progress !== last.progress,
  );
  return sightings[different + 1]?.at ?? last?.at ?? 0;
}

/**
 * The bar. It jumps to each new number and then glides slightly slower than the last pace: over at most half of what is
 * left, never into the last percent, and not beyond the next planned look-up. The position reached before a number came
 * is recomputed from the sightings, so a lower number stops the bar instead of pulling it back.
 */
function shown(answer: Answer, now: number): number | null {
  const { task, sightings } = answer;
  if (!task) return null;
  if (task.state === 'completed') return 100;
  if (task.state !== 'running' || task.progress === null) return task.progress;
  let value = 0;
  let pace = 0;
  let from = null as { at: number; progress: number } | null;
  for (const { at, state, progress } of sightings) {
    if (state !== 'running') {
      value = 0;
      pace = 0;
      from = null;
      continue;
    }
    if (progress === null || progress === from?.progress) continue;
    if (from !== null) {
      value = Math.max(value, glide(from.progress, pace, at - from.at));
      pace = at > from.at ? Math.max(0, (progress - from.progress) / (at - from.at)) : pace;
    }
    value = Math.max(value, Math.min(ESTIMATE.cap, progress));
    from = { at, progress };
  }
  if (!from) return Math.min(ESTIMATE.cap, task.progress);
  const until = answer.nextAt === null ? now : Math.min(now, Math.max(answer.nextAt, from.at));
  return Math.max(value, glide(from.progress, pace, until - from.at));
}

/** `progress` plus what a decelerating glide adds within `ms`. */
function glide(progress: number, pace: number, ms: number): number {
  const room = Math.min(ESTIMATE.cap - progress, (100 - progress) / 2);
  if (room <= 0 || !(ms > 0)) return Math.min(ESTIMATE.cap, progress);
  return progress + room * (1 - Math.exp((-ESTIMATE.glideShare * pace * ms) / room));
}
