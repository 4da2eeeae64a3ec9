import type { Answer } from '~/core/answer';
import { isTerminal } from '~/core/task';

import type { Durations } from './history';
import { gapOf } from './forecast';
import { NUMBERS } from './numbers';

import { predict } from './predict';
import { afterProblem } from './back-off';

/** Everything the policy decides by. */
export interface PolicyInput {
  /** Epoch ms. */
  now: number;
  answer: Answer;
  /** What is known about similar tasks; null if nothing is. */
  usual: Durations | null;
  /** The person is looking at this task. */
  watched: boolean;
  /** No tab of this page is visible. */
  hidden: boolean;
  /** 0 to 1, for jitter. */
  random: number;
  /** How long one turn of all unfinished tasks on this key takes, in ms (`turnOf`); 0 if there is room. */
  turnMs?: number;
}

/**
 * How long to wait until a task's next look-up, in ms; null = never again by itself. At once if it was never looked up,
 * about 5 s later the second time, and then by the forecast: inspections are as dense as the square root of the hazard
 * of the end (Barlow, Hunter and Proschan 1963; Keller 1974).
 */
export function nextLookUp(input: PolicyInput): { afterMs: number } | null {
  const { answer } = input;
  if (answer.askedAt === null) return { afterMs: 0 };
  if (answer.problem) return afterProblem(answer, answer.problem, input);
  if (answer.task && isTerminal(answer.task.state)) return null;
  const turn = Math.max(0, input.turnMs ?? 0);
  const second = Math.max(NUMBERS.secondLook, turn * NUMBERS.secondShare);
  const gap =
    answer.sightings.length < 2 ? second : expectedGap(input, 1 + turn / NUMBERS.crowdedTurn);
  const floor = input.hidden ? NUMBERS.hiddenShortest : NUMBERS.shortest;
  const jittered = gap * (1 + NUMBERS.jitter * (2 * input.random - 1));
  return { afterMs: clamp(jittered, floor, NUMBERS.longest) };
}

function expectedGap(
  { answer, usual, now, watched, hidden }: PolicyInput,
  crowding: number,
): number {
  const { done, stage } = predict(answer, usual, now);
  // The second number tells the pace, so it is worth as much as any that follow.
  const counts = answer.task?.state === 'running' && (answer.task.progress ?? 0) > 0;
  const share = hidden ? NUMBERS.hiddenShare : watched ? NUMBERS.watchedShare : 1;
  const { numbers, silent } = NUMBERS.worth;
  const worth = share * crowding * (counts ? numbers : silent);
  let gap = gapOf(done, worth);
  if (stage) gap = Math.min(gap, gapOf(stage, worth * NUMBERS.stageShare));
  if (answer.task?.state === 'queued') gap = Math.min(gap, NUMBERS.queueLongest);
  return gap;
}

function clamp(value: number, low: number, high: number): number {
  // Written so that NaN becomes the longest gap.
  return value >= low ? Math.min(value, high) : value < low ? low : high;
}
