import type { Answer } from '~/core/answer';
import { isTerminal, type LookUpProblem, type ProblemKind, type ProblemWants } from '~/core/task';
import type { KeyLoss } from '~/engine/state';

import type { ServiceKeys } from './service-keys';

/**
 * Why the page knows nothing more: a look-up problem, no key, no key that knows the task, a key that is good but not
 * for this, or a relay whose team key was refused to this person.
 */
export type Trouble =
  | ProblemKind
  | 'no_key'
  | 'no_key_knows'
  | 'not_for_model'
  | 'not_for_task'
  | 'no_credit'
  | 'not_let_in'
  /** The service did not find the key where it was sent. */
  | 'wants_scheme'
  | 'key_unsendable'
  | 'needs_https'
  /** A redirect leads to a host the browser names, or to one it does not. */
  | 'leads_elsewhere'
  | 'leads_away'
  /** The service does not let pages read its answers. */
  | 'closed_to_pages'
  /** The browser lets a secure page ask secure addresses only. */
  | 'insecure_address';

/** The one button that helps. */
export type Help =
  | 'change-key'
  | 'choose-scheme'
  | 'paste-key'
  | 'add-key'
  | 'sign-in'
  | 'check-now'
  | 'none';

export const HELP = {
  auth: 'change-key',
  not_let_in: 'sign-in',
  wants_scheme: 'choose-scheme',
  key_unsendable: 'change-key',
  needs_https: 'none',
  leads_elsewhere: 'check-now',
  leads_away: 'check-now',
  closed_to_pages: 'check-now',
  insecure_address: 'none',
  no_key: 'paste-key',
  not_found: 'check-now',
  no_key_knows: 'check-now',
  not_for_model: 'add-key',
  not_for_task: 'add-key',
  no_credit: 'check-now',
  wrong_base: 'check-now',
  rate_limited: 'none',
  not_ready: 'none',
  server: 'check-now',
  bad_body: 'check-now',
  network: 'check-now',
  timeout: 'check-now',
  other_task: 'check-now',
  other: 'check-now',
} as const satisfies Record<Trouble, Help>;

/** What keeps news of a task away, or null. */
export function troubleOf(answer: Answer, keys: ServiceKeys): Trouble | null {
  const trouble = anyTroubleOf(answer, keys);
  return trouble === 'auth' && keys.team ? 'not_let_in' : trouble;
}

/** The button for a trouble. Where a relay adds the team's key, nobody here has another one to add. */
export function helpFor(trouble: Trouble, teamKey: boolean): Help {
  const help = HELP[trouble];
  return teamKey && help === 'add-key' ? 'check-now' : help;
}

function anyTroubleOf(answer: Answer, { loss, several }: ServiceKeys): Trouble | null {
  if (answer.problem?.kind === 'not_found' && several && answer.problem.about !== 'credit')
    return 'no_key_knows';
  if (answer.problem) return troubleIn(answer.problem);
  return loss === null || isFinished(answer) ? null : TROUBLE_OF_LOSS[loss];
}

function troubleIn({ kind, about = 'key', wants, leadsTo }: LookUpProblem): Trouble {
  if (wants !== undefined) return TROUBLE_OF_WANTS[wants];
  if (leadsTo !== undefined) return leadsTo === null ? 'leads_away' : 'leads_elsewhere';
  if (about === 'credit') return 'no_credit';
  return kind === 'auth' ? REFUSED[about] : kind;
}

const TROUBLE_OF_WANTS = {
  'another-scheme': 'wants_scheme',
  'plain-key': 'key_unsendable',
  'secure-page': 'needs_https',
  relay: 'closed_to_pages',
  'secure-address': 'insecure_address',
} as const satisfies Record<ProblemWants, Trouble>;

/** A refusal by what it is about. */
const REFUSED = {
  key: 'auth',
  model: 'not_for_model',
  task: 'not_for_task',
} as const satisfies Record<Exclude<NonNullable<LookUpProblem['about']>, 'credit'>, Trouble>;

const TROUBLE_OF_LOSS = {
  missing: 'no_key',
  refused: 'auth',
} as const satisfies Record<KeyLoss, Trouble>;

/** True if only the person can help: look-ups have ended, or go on in vain until somebody acts. */
export function waitsForPerson(answer: Answer, trouble: Trouble | null): boolean {
  if (trouble === null || isFinished(answer)) return false;
  const stops = STOPS[trouble];
  return (
    stops === 'at once' || stops === 'asks on' || (stops === 'in the end' && answer.nextAt === null)
  );
}

/** True if nothing is looked up until there is a key or a sign-in. */
export function waitsForKey(trouble: Trouble | null): boolean {
  return trouble !== null && STOPS[trouble] === 'at once';
}

/**
 * When the page gives up by itself: at once without a key, or when its patience ends. It asks on where the service may
 * change its mind, although a person has to see to it.
 */
const STOPS = {
  auth: 'at once',
  not_let_in: 'at once',
  key_unsendable: 'at once',
  wants_scheme: 'in the end',
  needs_https: 'in the end',
  leads_elsewhere: 'in the end',
  leads_away: 'in the end',
  closed_to_pages: 'asks on',
  insecure_address: 'asks on',
  no_key: 'at once',
  not_found: 'in the end',
  no_key_knows: 'in the end',
  not_for_model: 'asks on',
  not_for_task: 'asks on',
  no_credit: 'asks on',
  wrong_base: 'in the end',
  rate_limited: 'never',
  not_ready: 'never',
  server: 'never',
  bad_body: 'never',
  network: 'never',
  timeout: 'never',
  other_task: 'never',
  other: 'never',
} as const satisfies Record<Trouble, 'at once' | 'in the end' | 'asks on' | 'never'>;

function isFinished(answer: Answer): boolean {
  return answer.task !== null && isTerminal(answer.task.state);
}
