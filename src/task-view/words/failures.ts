import type { FailureKind } from '~/core/failure';
import type { MessageKey } from '~/i18n/message-key';

/** The words for a failed task; a kind without words does not compile. */
export function failureWords(kind: FailureKind) {
  return {
    title: `problems.failure.${kind}.title`,
    meaning: `problems.failure.${kind}.meaning`,
    advice: `problems.failure.${kind}.try`,
  } as const satisfies Record<string, MessageKey>;
}
