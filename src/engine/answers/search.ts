import type { CardFacts } from './card-of';

/** What a card must contain to be found: every word, somewhere. None if nothing is searched for. */
export function wordsOf(query: string): readonly string[] {
  return plain(query).split(/\s+/).filter(Boolean);
}

/** What is searched: what people and services say about the task. A heading is not said of this task alone. */
export function textOf({ tracked, task }: CardFacts): string {
  const { label, batch, shot, columns, taskId } = tracked;
  const texts = [label, batch?.name ?? null, shot, taskId, ...Object.values(columns)];
  if (task) texts.push(task.id, task.prompt, task.enhancedPrompt, task.model);
  return plain(texts.filter((text) => text !== null).join('\n'));
}

/** Whether both have the same text, so that it need not be made again. */
export function isSameText(a: CardFacts, b: CardFacts): boolean {
  return (
    a.tracked === b.tracked &&
    a.task?.id === b.task?.id &&
    a.task?.prompt === b.task?.prompt &&
    a.task?.enhancedPrompt === b.task?.enhancedPrompt &&
    a.task?.model === b.task?.model
  );
}

/** Case and full-width forms make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
