import type { ClipProblem } from '~/core/clip';
import type { MessageKey } from '~/i18n/message-key';

/** What can be done about a clip that does not play. */
export type PlayHelp = 'again' | 'fresh-link' | 'change-key' | 'load-anyway' | 'open-tab';

export const PLAY_HELP = {
  expired: 'fresh-link',
  auth: 'change-key',
  no_key: 'change-key',
  not_found: 'fresh-link',
  not_ready: 'again',
  not_video: 'fresh-link',
  blocked: 'open-tab',
  unsupported: 'open-tab',
  unreachable: 'again',
  large: 'load-anyway',
} as const satisfies Record<ClipProblem, PlayHelp>;

/** The words for it; a problem without words does not compile. */
export function playWords(problem: ClipProblem) {
  return {
    title: `player.${problem}.title`,
    text: `player.${problem}.text`,
  } as const satisfies Record<string, MessageKey>;
}
