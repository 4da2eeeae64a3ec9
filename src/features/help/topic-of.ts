import type { FailureKind } from '~/core/failure';
import type { VideoProblem } from '~/core/video';
import type { Trouble } from '~/engine/answers/trouble';
import type { HelpTopic, Met } from '~/task-view/words/help-about';

import { TOPICS } from './topics';

/** The question that an address is about, by its name or by what a person has met; null if it is about none. */
export function topicOf(about: string): HelpTopic | null {
  if (isTopic(about)) return about;
  return isMet(about) ? OF_MET[about] : null;
}

/** What keeps a person from their video, as an address names it. */
export function isMet(about: string): about is Met {
  return Object.hasOwn(OF_MET, about);
}

function isTopic(about: string): about is HelpTopic {
  return Object.hasOwn(TOPICS, about);
}

/** What keeps a look-up from its answer. */
export const OF_TROUBLE = {
  auth: 'refused',
  not_let_in: 'refused',
  wants_scheme: 'refused',
  key_unsendable: 'refused',
  needs_https: 'refused',
  no_key: 'closing',
  not_for_model: 'limits',
  not_for_task: 'limits',
  no_credit: 'limits',
  not_found: 'notFound',
  no_key_knows: 'notFound',
  rate_limited: 'slow',
  not_ready: 'slow',
  wrong_base: 'unreachable',
  leads_elsewhere: 'unreachable',
  leads_away: 'unreachable',
  closed_to_pages: 'unreachable',
  insecure_address: 'unreachable',
  server: 'unreachable',
  bad_body: 'unreachable',
  network: 'unreachable',
  timeout: 'unreachable',
  other_task: 'unreachable',
  other: 'unreachable',
} as const satisfies Record<Trouble, HelpTopic>;

export const OF_FAILURE = {
  moderation_prompt: 'failed',
  moderation_image: 'failed',
  moderation_result: 'failed',
  likeness: 'failed',
  overload: 'failed',
  timeout: 'failed',
  unknown: 'failed',
  quota: 'limits',
  closed_model: 'limits',
  expired: 'links',
} as const satisfies Record<FailureKind, HelpTopic>;

export const OF_VIDEO = {
  expired: 'links',
  auth: 'refused',
  no_key: 'closing',
  not_found: 'links',
  not_ready: 'playing',
  not_video: 'playing',
  blocked: 'playing',
  elsewhere: 'playing',
  unsupported: 'playing',
  unreachable: 'playing',
  large: 'playing',
} as const satisfies Record<VideoProblem, HelpTopic>;

const OF_MET: Readonly<Record<Met, HelpTopic>> = {
  ...named('trouble', OF_TROUBLE),
  ...named('failed', OF_FAILURE),
  ...named('play', OF_VIDEO),
  'card.slow': 'slow',
  'card.unclear': 'slow',
  'card.noVideo': 'playing',
};

function named<P extends string, K extends string>(
  kind: P,
  topics: Readonly<Record<K, HelpTopic>>,
): Record<`${P}.${K}`, HelpTopic> {
  const entries = Object.entries(topics).map(([name, topic]) => [`${kind}.${name}`, topic]);
  return Object.fromEntries(entries) as Record<`${P}.${K}`, HelpTopic>;
}
