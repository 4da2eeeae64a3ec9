import type { KeepHalt } from '~/engine/media/keep/state';
import type { MessageKey } from '~/i18n/message-key';

/** Why nothing more is kept, and the label of the button that helps. */
export const HALT_WORDS = {
  full: { text: 'keep.full', help: 'keep.again' },
  permission: { text: 'keep.permission', help: 'keep.allow' },
  blocked: { text: 'keep.blocked', help: 'keep.again' },
} as const satisfies Record<KeepHalt, { text: MessageKey; help: MessageKey }>;
