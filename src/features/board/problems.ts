import type { Answer } from '~/core/answer';
import { isTerminal, type ProblemKind } from '~/core/task';
import type { KeyLoss } from '~/engine/tasks/engine';
import type { MessageKey } from '~/i18n/message-key';

/**
 * What keeps the page from knowing more: a look-up problem, no key to ask with, none that knows the task, or a relay
 * that asks with the team's key and did not let this person in.
 */
export type Trouble = ProblemKind | 'no_key' | 'no_key_knows' | 'not_let_in';

/** The one button that helps. */
export type Help = 'change-key' | 'paste-key' | 'sign-in' | 'check-now' | 'none';

export const HELP = {
  auth: 'change-key',
  not_let_in: 'sign-in',
  no_key: 'paste-key',
  not_found: 'check-now',
  no_key_knows: 'check-now',
  wrong_base: 'check-now',
  rate_limited: 'none',
  not_ready: 'none',
  server: 'check-now',
  bad_body: 'check-now',
  network: 'check-now',
  timeout: 'check-now',
  other: 'check-now',
} as const satisfies Record<Trouble, Help>;

/** The words for a trouble; a kind without words does not compile. */
export function problemWords(kind: Trouble) {
  return {
    title: `problems.${kind}.title`,
    meaning: `problems.${kind}.meaning`,
    advice: `problems.${kind}.try`,
    pill: `problems.${kind}.pill`,
  } as const satisfies Record<string, MessageKey>;
}

/**
 * What stands between the page and news of a task, or null.
 * @param loss why no key can be used
 * @param keys how many the service has: each of them is asked before a task is said to be unknown
 * @param teamKey whether the relay adds the key: then none can be changed here
 */
export function troubleOf(
  answer: Answer,
  loss: KeyLoss | null,
  keys = 1,
  teamKey = false,
): Trouble | null {
  const trouble = anyTroubleOf(answer, loss, keys);
  return trouble === 'auth' && teamKey ? 'not_let_in' : trouble;
}

function anyTroubleOf(answer: Answer, loss: KeyLoss | null, keys: number): Trouble | null {
  if (answer.problem?.kind === 'not_found' && keys > 1) return 'no_key_knows';
  if (answer.problem) return answer.problem.kind;
  return loss === null || isFinished(answer) ? null : TROUBLE_OF_LOSS[loss];
}

const TROUBLE_OF_LOSS = {
  missing: 'no_key',
  refused: 'auth',
} as const satisfies Record<KeyLoss, Trouble>;

/** True when look-ups ended and only the person can make them go on. */
export function waitsForPerson(answer: Answer, trouble: Trouble | null): boolean {
  if (trouble === null || isFinished(answer)) return false;
  return waitsForKey(trouble) || (STOPS[trouble] === 'in the end' && answer.nextAt === null);
}

/** True for a trouble after which nothing is asked until there is a key, or a sign-in. */
export function waitsForKey(trouble: Trouble | null): boolean {
  return trouble !== null && STOPS[trouble] === 'at once';
}

/** When the page gives up by itself: at once for want of a key, or at the end of its patience. */
const STOPS = {
  auth: 'at once',
  not_let_in: 'at once',
  no_key: 'at once',
  not_found: 'in the end',
  no_key_knows: 'in the end',
  wrong_base: 'in the end',
  rate_limited: 'never',
  not_ready: 'never',
  server: 'never',
  bad_body: 'never',
  network: 'never',
  timeout: 'never',
  other: 'never',
} as const satisfies Record<Trouble, 'at once' | 'in the end' | 'never'>;

function isFinished(answer: Answer): boolean {
  return answer.task !== null && isTerminal(answer.task.state);
}
