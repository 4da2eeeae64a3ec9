import type { Answer } from '~/core/answer';
import type { Trouble } from '~/engine/answers/trouble';
import type { MessageKey } from '~/i18n/message-key';

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
