import { NO_ANSWER, type Answer } from '~/core/answer';
import type { ProblemWants } from '~/core/task';

import type { EngineState } from './state';

/**
 * What is known of new tasks before their first look-up, if that the service cannot be reached has a reason: the one
 * that a check of it just found, or that other tasks of it have. Their own look-ups keep it (`mergeAnswer`).
 */
export function foundOut(
  { answers, tracked }: EngineState,
  base: string,
  found: ProblemWants | undefined,
  now: number,
): Answer | null {
  const others = [...tracked.getState().tasks.values()].filter((task) => task.base === base);
  const wants =
    found ??
    others
      .map((task) => answers.get(task).problem)
      .find((problem) => problem?.kind === 'network' && problem.wants)?.wants;
  if (wants === undefined) return null;
  const problem = { kind: 'network', message: null, httpStatus: null, retryAfterMs: null } as const;
  return { ...NO_ANSWER, problem: { ...problem, wants }, nextAt: now };
}
