import { NO_ANSWER, type Answer } from '~/core/answer';
import type { ProblemWants } from '~/core/task';
import type { Verdict } from '~/engine/gateway/first-check';

import type { EngineState } from './state';

/** What only a first check can tell: to a look-up, it all looks as if there were no network. */
const WANTS: Partial<Record<Verdict, ProblemWants>> = {
  cors: 'relay',
  mixed_content: 'secure-address',
};

/**
 * What is known of new tasks before their first look-up, if that the service cannot be reached has a reason: the one
 * that a check of it just found, or that other tasks of it have. Their own look-ups keep it (`mergeAnswer`).
 */
export function foundOut(
  { answers, tracked }: EngineState,
  base: string,
  found: Verdict | undefined,
  now: number,
): Answer | null {
  const others = found === undefined ? tracked.getState().tasks.values() : [];
  const wants =
    (found && WANTS[found]) ??
    [...others].flatMap((task) => {
      const { problem } = task.base === base ? answers.get(task) : NO_ANSWER;
      return problem?.kind === 'network' && problem.wants ? problem.wants : [];
    })[0];
  if (wants === undefined) return null;
  const problem = { kind: 'network', message: null, httpStatus: null, retryAfterMs: null } as const;
  return { ...NO_ANSWER, problem: { ...problem, wants }, nextAt: now };
}
