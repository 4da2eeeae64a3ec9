import type { CardFacts } from './card-of';

/** What a card must contain to be found: every word, somewhere. None if nothing is searched for. */
export function wordsOf(query: string): readonly string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}

/**
 * What is searched: what people and services say about the task. A heading is not said of this task alone.
 * @param more what the screen says of it
 */
export function textOf(card: CardFacts, more = ''): string {
  const { tracked, task, answer } = card;
  const { label, batch, shot, columns, note, tags, taskId, base } = tracked;
  const service = base.replace(/^https?:\/\//i, '');
  const texts = [
    label,
    batch?.name,
    shot,
    taskId,
    note,
    ...tags,
    service,
    ...Object.values(columns),
  ];
  if (task) {
    const { id, prompt, enhancedPrompt, model, statusWord, failure, queue } = task;
    texts.push(id, prompt, enhancedPrompt, model, statusWord);
    texts.push(failure?.message, failure?.code, queue?.message);
  }
  texts.push(answer.problem?.message, more);
  return folded(texts.filter(Boolean).join('\n'));
}

/** Whether both have the same text, so that it need not be made again. */
export function isSameText(a: CardFacts, b: CardFacts): boolean {
  return (
    a.tracked === b.tracked &&
    a.state === b.state &&
    a.trouble === b.trouble &&
    a.answer.problem?.message === b.answer.problem?.message &&
    a.task?.id === b.task?.id &&
    a.task?.prompt === b.task?.prompt &&
    a.task?.enhancedPrompt === b.task?.enhancedPrompt &&
    a.task?.model === b.task?.model &&
    a.task?.statusWord === b.task?.statusWord &&
    a.task?.failure?.message === b.task?.failure?.message &&
    a.task?.failure?.code === b.task?.failure?.code &&
    a.task?.queue?.message === b.task?.queue?.message
  );
}

/** Accents of Latin, Greek and Cyrillic letters. Marks of other scripts make other letters. */
const ACCENTS = /[\u0300-\u036F]/g;
const ASCII = /^[\0-\x7F]*$/;
const NOT_ASCII = /[^\0-\x7F]+/g;

/** Case, accents and full-width forms make no difference. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.replace(NOT_ASCII, foldedRun);
}

function foldedRun(run: string): string {
  const plain = run.normalize('NFKD').replace(ACCENTS, '');
  // By way of upper case, for ß and ſ have no other in lower case; a sigma that ends a word has another form.
  return plain.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}
