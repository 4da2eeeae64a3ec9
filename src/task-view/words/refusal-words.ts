import type { Answer } from '~/core/answer';
import { cleanText } from '~/core/clean-text';
import type { ProblemKind } from '~/core/task';

/** Service messages on a card are cut at this length, in characters; Details has the rest. */
const SENTENCE = 200;

const NO_SENTENCE: ReadonlySet<ProblemKind> = new Set(['bad_body', 'other_task']);

/** What the service said when it refused the look-up, short enough for a card. Its own faults are for Details only. */
export function refusalWords({ problem }: Answer): string | null {
  const status = problem?.httpStatus ?? 500;
  // Some services refuse with a readable answer at 200; an unreadable one is no sentence, and an id is none.
  if (!problem || status >= 500 || NO_SENTENCE.has(problem.kind)) return null;
  return cleanText(problem.message, SENTENCE);
}
