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
  return WAITS_FOR_KEY.has(trouble) || (STOPS[trouble] && answer.nextAt === null);
}

/** Troubles after which nothing is asked until there is a key, or a sign-in. */
export const WAITS_FOR_KEY: ReadonlySet<Trouble | null> = new Set(['auth', 'not_let_in', 'no_key']);

/** Problems after which the page gives up by itself, at the end of its patience. */
const STOPS = {
  not_found: true,
  no_key_knows: true,
  wrong_base: true,
  auth: true,
  not_let_in: true,
  no_key: true,
  rate_limited: false,
  not_ready: false,
  server: false,
  bad_body: false,
  network: false,
  timeout: false,
  other: false,
} as const satisfies Record<Trouble, boolean>;

function isFinished(answer: Answer): boolean {
  return answer.task !== null && isTerminal(answer.task.state);
}
