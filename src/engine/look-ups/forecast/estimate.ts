import type { Answer, Sighting } from '~/core/answer';
import { isTerminal } from '~/core/task';

import type { Durations, Quantiles } from './history';
import { ESTIMATE, NUMBERS } from './numbers';
import { quantiles } from './forecast';
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
  /** How long nothing had changed when it was last asked about, if that is far longer than its run explains. */
  stillMs: number | null;
}

/** What to say about a task's time at `now`, in epoch ms. */
export function estimate(answer: Answer, usual: Durations | null, now: number): Estimate {
  const first = answer.sightings[0];
  const range = usualRangeOf(usual);
  const usualRange = range ? ([range.p10, range.p90] as const) : null;
  const shownProgress = shown(answer, now);
  const state = answer.task?.state ?? 'unknown';
  if (!first || isTerminal(state) || state === 'unknown') {
    const end =
      answer.task?.completedAt ?? answer.sightings.findLast((one) => one.state !== state)?.at;
    const over = first && isTerminal(state) ? Math.min(end ?? now, now) : now;
    const elapsedMs = first ? Math.max(0, over - orderedAt(answer, first.at)) : null;
    const said = { shownProgress, remainingMs: null, elapsedMs, usualRange };
    return { ...said, slower: false, stillMs: null };
  }
  const elapsedMs = Math.max(0, now - orderedAt(answer, first.at));
  const stillMs = still(answer, range, now);
  return {
    shownProgress,
    remainingMs: stillMs === null ? remaining(answer, usual, now) : null,
    elapsedMs,
    usualRange,
    slower: usualRange !== null && elapsedMs > usualRange[1],
    stillMs,
  };
}

/** How long nothing had changed at the last answer, as `Estimate.stillMs`, without the rest: for boards of thousands. */
export function stoodStill(answer: Answer, usualOf: () => Durations | null): number | null {
  const { task, sightings, answeredAt } = answer;
  const state = task?.state ?? 'unknown';
  if (sightings.length === 0 || answeredAt === null || isTerminal(state) || state === 'unknown')
    return null;
  return still(answer, usualRangeOf(usualOf()), answeredAt);
}

/** When the task will probably be finished, in epoch ms; null without evidence. */
export function expectedDoneAt(
  answer: Answer,
  usual: Durations | null,
  now: number,
): number | null {
  const seenAt = answer.answeredAt;
  if (seenAt === null || !answer.task || isTerminal(answer.task.state)) return null;
  const left = timeLeft(answer, usual, seenAt);
  return left && Math.max(now, seenAt + left.middle);
}

function usualRangeOf(usual: Durations | null): Quantiles | null {
  return trusted(usual?.total) ?? trusted(usual?.running);
}

function trusted(quantiles: Quantiles | null | undefined): Quantiles | null {
  return quantiles && quantiles.count >= NUMBERS.enough ? quantiles : null;
}

interface TimeLeft {
  low: number;
  middle: number;
  high: number;
}

/** Cards, lists and the schedule ask about the same answer again and again. */
const known = new WeakMap<Answer, { usual: Durations | null; left: TimeLeft | null }>();

/** The time left at the last answer; null without evidence. */
function timeLeft(answer: Answer, usual: Durations | null, seenAt: number): TimeLeft | null {
  const before = known.get(answer);
  if (before?.usual === usual) return before.left;
  const { done, evidence } = predict(answer, usual, seenAt);
  const [low, middle, high] = evidence === 'none' ? [] : quantiles(done, [0.1, 0.5, 0.9]);
  const left =
    low === undefined || middle === undefined || high === undefined ? null : { low, middle, high };
  known.set(answer, { usual, left });
  return left;
}

function remaining(
  answer: Answer,
  usual: Durations | null,
  now: number,
): readonly [number, number] | null {
  const seenAt = answer.answeredAt ?? now;
  const left = timeLeft(answer, usual, seenAt);
  // Once the time is up, or if the range says nothing, there is nothing honest to say.
  if (left === null || left.high > ESTIMATE.widest * left.low) return null;
  const since = Math.max(0, now - seenAt);
  return left.high <= since ? null : [Math.max(0, left.low - since), left.high - since];
}

/** How long nothing has changed, where neither similar tasks nor the run so far explain it. */
function still(answer: Answer, range: Quantiles | null, now: number): number | null {
  const { stillLeast, stillMost, stillUsual, stillRuns } = ESTIMATE;
  const { sightings, answeredAt } = answer;
  const changedAt = lastChange(sightings);
  const moved = changedAt - (sightings[0]?.at ?? changedAt);
  // A page that was closed has seen nothing stand still.
  const stood = Math.min(now, answeredAt ?? now) - changedAt;
  const explained = range
    ? Math.max(stillLeast, stillUsual * range.p90)
    : moved > 0
      ? Math.min(stillMost, Math.max(stillLeast, stillRuns * moved))
      : stillMost;
  return stood > explained ? stood : null;
}

/** When anything about the task last changed, in epoch ms. */
function lastChange(sightings: readonly Sighting[]): number {
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
