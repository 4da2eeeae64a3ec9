/** What ids and keys of one service begin with: lower-case words and short numbers, each with its separator. */
const BEGINNING = /^(?:https?:\/\/[^/]{0,200}|(?:[a-z][a-z0-9.]{0,11}[-_:]|\d{1,3}[-_:]){0,6})/;

/**
 * Two pieces are alike if they have the same shape: words by their first one, without its numbers (`take 1`, `take 12`);
 * anything else by beginning and length (`task_…` of 31 characters). Pure, and linear in the length.
 */
export function shapeOf(value: string): string {
  if (/[\s\u0080-\uFFFF]/.test(value)) {
    const [first = ''] = value.trim().split(/\s/, 1);
    return `words ${first.slice(0, 40).replaceAll(/\d+/g, '#')}`;
  }
  const [beginning] = BEGINNING.exec(value) ?? [''];
  return `${beginning}${value.length - beginning.length}`;
}
