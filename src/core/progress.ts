import type { Answer, Sighting } from './answer';
import { isTerminal } from './task';

/** How far the bar may glide ahead of the last number a service said, in percent points. */
const MAX_GLIDE = 6;
/** The number no bar glides beyond: the last percent is the service's to say. */
const GLIDE_END = 99;
/** How many numbers back the pace is measured. */
const PACE_MARKS = 4;
/** Evidence for a time left: so many percent points gained … */
const MIN_GAIN = 5;
/** … over at least so many ms. */
const MIN_SPAN = 10_000;

/** A number the service said, and when; never smaller than the one before. */
interface Mark {
  at: number;
  percent: number;
}

/**
 * The percentage to draw at `now` (epoch ms), 0 to 100, or null where the service said no number. Between
 * look-ups it glides at the pace seen so far towards the value expected at the next one, and never past it;
 * it never goes back, also where the service does. Pure: the same sightings always give the same number.
 */
export function shownProgress(answer: Answer, now: number): number | null {
  const marks = marksOf(answer.sightings);
  if (marks.length === 0) return answer.task?.progress ?? null;
  const bound = Math.min(now, answer.problemSince ?? answer.nextAt ?? 0);
  let shown = 0;
  marks.forEach((mark, index) => {
    const until = marks[index + 1]?.at ?? bound;
    shown = Math.max(shown, mark.percent, glide(mark, paceOf(marks, index), until));
  });
  return shown;
}

/**
 * How much longer it takes, in ms, by the pace of the numbers seen so far; null without evidence: numbers that
 * stood still, one number only, or a pace that promised an end that is already past.
 */
export function remainingMs(answer: Answer, now: number): number | null {
  const marks = marksOf(answer.sightings);
  const last = marks.at(-1);
  const first = marks.at(-1 - PACE_MARKS) ?? marks[0];
  if (!last || !first || !answer.task || isTerminal(answer.task.state)) return null;
  const gained = last.percent - first.percent;
  const span = last.at - first.at;
  if (gained < MIN_GAIN || span < MIN_SPAN) return null;
  const left = ((100 - last.percent) * span) / gained - (now - last.at);
  return left > 0 ? left : null;
}

function marksOf(sightings: readonly Sighting[]): Mark[] {
  const marks: Mark[] = [];
  for (const { at, state, progress } of sightings) {
    if (progress === null || isTerminal(state)) continue;
    marks.push({ at, percent: Math.max(progress, marks.at(-1)?.percent ?? 0) });
  }
  return marks;
}

function glide(mark: Mark, pace: number, until: number): number {
  if (mark.percent >= GLIDE_END) return mark.percent;
  const ahead = Math.min(MAX_GLIDE, pace * Math.max(0, until - mark.at));
  return Math.min(GLIDE_END, mark.percent + ahead);
}

/** Percent points per ms. */
function paceOf(marks: readonly Mark[], index: number): number {
  const last = marks[index];
  const first = marks[Math.max(0, index - PACE_MARKS)];
  if (!last || !first || last.at <= first.at) return 0;
  return (last.percent - first.percent) / (last.at - first.at);
}
