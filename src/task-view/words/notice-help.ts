import type { NoticeKind } from '~/core/notice';

import type { HelpTopic, Met } from './help-about';

/**
 * What the help is asked about a notice: what a card would ask that has met the same, else a question. Null where there
 * is nothing more to say.
 */
export const NOTICE_HELP = {
  away: null,
  expiring: 'links',
  storage: 'closing',
  halt: 'links',
  offline: 'trouble.network',
  stuck: null,
  key: 'trouble.auth',
  'no-key': 'trouble.no_key',
  'sign-in': 'trouble.not_let_in',
  paused: 'slow',
  crowd: 'trouble.rate_limited',
  feed: 'unreachable',
  daily: null,
} as const satisfies Record<NoticeKind, Met | HelpTopic | null>;
