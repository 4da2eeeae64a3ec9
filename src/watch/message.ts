import type { Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { BatchEnd } from '~/engine/answers/batch-end';
import { maskKeys } from '~/engine/gateway/clean-message';
import { addressOf, nameOf, noticeWords } from '~/features/told/notice-words';
import { translate } from '~/i18n/i18n';

/** What a webhook is told of an end: the host's own names, numbers, and the page's words. */
export interface Message {
  event: 'batch-ended' | 'shot-ended';
  name: string;
  total: number;
  ready: number;
  failed: number;
  /** When its last end was found. */
  at: string;
  /** What a chat shows: one line, and one for each failed task that is named. */
  text: string;
  /** Where the page shows it. */
  link: string;
}

/** Nothing of a service's own text is in it, and nothing that looks like a key. */
export function messageOf(
  end: BatchEnd,
  answerOf: (task: TrackedTask) => Answer,
  page: string,
): Message {
  const { title, body } = noticeWords(end, (task) => withoutPrompts(answerOf(task)), translate);
  const link = new URL(page);
  link.hash = addressOf(end.group);
  return {
    event: end.group.by === 'shot' ? 'shot-ended' : 'batch-ended',
    name: maskKeys(nameOf(end.group)),
    total: end.total,
    ready: end.ready,
    failed: end.failed.length,
    at: new Date(end.at).toISOString(),
    text: maskKeys(body === '' ? title : `${title}\n${body}`),
    link: link.href,
  };
}

/** A task without a name is told by its id: a prompt is the service's text by now, and no business of a chat. */
function withoutPrompts(answer: Answer): Answer {
  const { task } = answer;
  return task ? { ...answer, task: { ...task, prompt: null, enhancedPrompt: null } } : answer;
}
