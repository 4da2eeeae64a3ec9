import type { Answer } from '~/core/answer';
import { isKeyRefused, type LookUpProblem, type ProblemKind } from '~/core/task';

import { BACK_OFF } from './numbers';

interface Asking {
  now: number;
  random: number;
  hidden: boolean;
}

/** What follows a failed look-up, by kind of problem. */
const RULES = {
  auth: (answer, problem, asking) =>
    isKeyRefused(problem) ? null : backOff(answer, problem, asking),
  not_found: notFound,
  rate_limited: retryAfter,
  not_ready: backOff,
  server: retryAfter,
  bad_body: backOff,
  wrong_base: backOff,
  network: backOff,
  timeout: backOff,
  other_task: backOff,
  other: backOff,
} as const satisfies Record<ProblemKind, Rule>;

type Rule = (answer: Answer, problem: LookUpProblem, asking: Asking) => { afterMs: number } | null;

/** How long to wait after a problem, in ms; null if only the person can help. */
export function afterProblem(
  answer: Answer,
  problem: LookUpProblem,
  asking: Asking,
): { afterMs: number } | null {
  const rule: Rule = RULES[problem.kind];
  return rule(answer, problem, asking);
}

/** A new id may be unknown for a few seconds; for one that was known before it may be a glitch. */
function notFound(
  answer: Answer,
  _problem: LookUpProblem,
  asking: Asking,
): { afterMs: number } | null {
  const { notFoundTimes, notFoundFor } = BACK_OFF;
  const lasted = asking.now - (answer.problemSince ?? asking.now);
  if (answer.problemCount >= notFoundTimes && lasted >= notFoundFor) return null;
  const left = answer.problemCount >= notFoundTimes - 1 ? notFoundFor - lasted : notFoundFor / 3;
  return { afterMs: Math.max(BACK_OFF.first, Math.min(notFoundFor, left)) };
}

/** The service said when; some tasks come a little later, so that they do not all arrive at once. */
function retryAfter(answer: Answer, problem: LookUpProblem, asking: Asking): { afterMs: number } {
  const asked = problem.retryAfterMs;
  if (asked === null || !(asked >= 0)) return backOff(answer, problem, asking);
  const wait = Math.min(asked, BACK_OFF.retryAfterLongest);
  return { afterMs: Math.max(BACK_OFF.least * BACK_OFF.first, wait * (1 + 0.1 * asking.random)) };
}

function backOff(answer: Answer, _problem: LookUpProblem, asking: Asking): { afterMs: number } {
  const { first, factor, longest, least } = BACK_OFF;
  const steps = Math.max(0, Math.min(30, answer.problemCount - 1));
  const whole = Math.min(longest, first * factor ** steps);
  return { afterMs: whole * (least + (1 - least) * asking.random) };
}
