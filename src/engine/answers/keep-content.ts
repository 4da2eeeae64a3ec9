import type { Answer } from '~/core/answer';

/** What was found about a video stays known while later answers say the same about the task. */
export function keepContent(known: Answer, answer: Answer): Answer {
  const { content } = known;
  if (content === undefined || answer.task?.state !== 'completed') return answer;
  return answer.task.video?.kind === 'content' ? { ...answer, content } : answer;
}
