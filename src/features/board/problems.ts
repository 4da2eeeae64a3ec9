import type { Answer } from '~/core/answer';
import { isTerminal, type LookUpProblem, type ProblemKind, type ProblemWants } from '~/core/task';
import type { KeyLoss } from '~/engine/tasks/state';
import type { MessageKey } from '~/i18n/message-key';

/**
 * Why the page knows nothing more: a look-up problem, no key, no key that knows the task, or a relay whose team key
 * was refused to this person.
 */
export type Trouble =
  | ProblemKind
  | 'no_key'
  | 'no_key_knows'
  | 'not_let_in'
  /** The service did not find the key where it was sent. */
  | 'wants_scheme'
  | 'key_unsendable'
  | 'needs_https'
  /** A redirect leads to a host the browser names, or to one it does not. */
  | 'leads_elsewhere'
  | 'leads_away';

/** The one button that helps. */
export type Help = 'change-key' | 'choose-scheme' | 'paste-key' | 'sign-in' | 'check-now' | 'none';

export const HELP = {
  auth: 'change-key',
  not_let_in: 'sign-in',
  wants_scheme: 'choose-scheme',
  key_unsendable: 'change-key',
  needs_https: 'none',
  leads_elsewhere: 'check-now',
  leads_away: 'check-now',
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

/** The words for each trouble; one without words does not compile. */
export function problemWords(kind: Trouble) {
  return {
    title: `problems.${kind}.title`,
    meaning: `problems.${kind}.meaning`,
    advice: `problems.${kind}.try`,
    pill: `problems.${kind}.pill`,
  } as const satisfies Record<string, MessageKey>;
}

/** What the words of a trouble name: the host that an address leads to. */
export function problemValues({ problem }: Answer): { host: string } {
  return { host: problem?.leadsTo ?? '' };
}

/**
 * What keeps news of a task away, or null.
 * @param loss why no key can be used
 * @param keys how many the service has: all are tried before a task counts as unknown
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
  if (answer.problem) return troubleOfProblem(answer.problem);
  return loss === null || isFinished(answer) ? null : TROUBLE_OF_LOSS[loss];
}

function troubleOfProblem({ kind, wants, leadsTo }: LookUpProblem): Trouble {
  if (wants !== undefined) return TROUBLE_OF_WANTS[wants];
  if (leadsTo !== undefined) return leadsTo === null ? 'leads_away' : 'leads_elsewhere';
  return kind;
}

const TROUBLE_OF_WANTS = {
  'another-scheme': 'wants_scheme',
  'plain-key': 'key_unsendable',
  'secure-page': 'needs_https',
} as const satisfies Record<ProblemWants, Trouble>;

const TROUBLE_OF_LOSS = {
  missing: 'no_key',
  refused: 'auth',
} as const satisfies Record<KeyLoss, Trouble>;

/** True if look-ups have ended and only the person can resume them. */
export function waitsForPerson(answer: Answer, trouble: Trouble | null): boolean {
  if (trouble === null || isFinished(answer)) return false;
  return waitsForKey(trouble) || (STOPS[trouble] === 'in the end' && answer.nextAt === null);
}

/** True if nothing is looked up until there is a key or a sign-in. */
export function waitsForKey(trouble: Trouble | null): boolean {
  return trouble !== null && STOPS[trouble] === 'at once';
}

/** When the page gives up by itself: at once without a key, or when its patience ends. */
const STOPS = {
  auth: 'at once',
  not_let_in: 'at once',
  key_unsendable: 'at once',
  wants_scheme: 'in the end',
  needs_https: 'in the end',
  leads_elsewhere: 'in the end',
  leads_away: 'in the end',
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
