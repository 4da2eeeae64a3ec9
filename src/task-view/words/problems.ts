import type { Answer } from '~/core/answer';
import { shortId } from '~/core/title';
import type { Trouble } from '~/engine/answers/trouble';
import type { MessageKey } from '~/i18n/message-key';

/** The words for each trouble; one without words does not compile. */
export function problemWords(kind: Trouble) {
  return {
    title: `problems.${kind}.title`,
    advice: `problems.${kind}.try`,
    pill: `problems.${kind}.pill`,
  } as const satisfies Record<string, MessageKey>;
}

/** What the words of a trouble name: the host that an address leads to, the task that was answered about. */
export function problemValues({ problem }: Answer): { host: string; id: string } {
  const other = problem?.kind === 'other_task' ? problem.message : null;
  return { host: problem?.leadsTo ?? '', id: shortId(other ?? '') };
}
