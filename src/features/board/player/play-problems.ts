import type { MessageKey } from '~/i18n/message-key';

import type { PlayProblem } from './player';

/** What can be done about a clip that does not play. */
export type PlayHelp = 'again' | 'fresh-link' | 'change-key' | 'none';

export const PLAY_HELP = {
  auth: 'change-key',
  not_found: 'fresh-link',
  not_ready: 'again',
  not_video: 'fresh-link',
  expired: 'fresh-link',
  unreachable: 'again',
  too_large: 'none',
  unplayable: 'fresh-link',
} as const satisfies Record<PlayProblem, PlayHelp>;

/** The words for it; a problem without words does not compile. */
export function playWords(problem: PlayProblem) {
  return {
    title: `player.${problem}.title`,
    text: `player.${problem}.text`,
  } as const satisfies Record<string, MessageKey>;
}
