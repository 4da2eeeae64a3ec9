import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import type { Segments } from '~/features/add-tasks/recognise/segments';
import { kindOf } from '~/features/add-tasks/recognise/fields/fields';
import { lastNoun, spaced } from '~/features/add-tasks/recognise/nouns';

/** `Here are the task ids:`, or `任务ID` alone on a line: a list of ids follows. */
const HEAD =
  /^(?:[^\n:：]{0,60}(?<![A-Za-z0-9])(?:(?:task|video|job|generation)[ _-]?ids?|ids|(?:任务|视频|作业)\s?id|任务编号|视频编号|任务号)["'”」*]{0,3}\s{0,3}[:：](.*)|["'#*\s]{0,6}(?:(?:task|video|job|generation)[ _-]?ids?|ids?|uuid|(?:任务|视频|作业)\s?id|任务编号|视频编号|任务号)["'*\s]{0,6})$/i;
const ITEM = /[^,，、;；]+/g;
const TOKEN =
  /^[\s"'“‘`\-*•]*(?:\d{1,3}[.)、]\s+)?["'“‘`]?([A-Za-z0-9][\w\-:.+/=%]{0,199})[\s"'”’`]*$/;
/** Longer lines are not lists somebody wrote, in characters. */
const MAX_LINE = 20_000;

interface Item {
  value: string;
  start: number;
}

/** Below such a line, words are ids: certainly if all look alike, otherwise offered. */
export function claimLists(claims: Segments): void {
  let list: Item[] = [];
  let open = false;
  let at = 0;
  const close = (): void => {
    claimList(claims, list);
    list = [];
    open = false;
  };
  for (const line of claims.text.split('\n')) {
    const found = line.length > MAX_LINE ? null : headOf(line.trimEnd());
    const head = found && isOfTasks(found[0] ?? '') ? found : null;
    if (head) close();
    open ||= head !== null;
    const rest = head ? (head[1] ?? '') : line;
    const from = at + line.trimEnd().length - rest.trimEnd().length;
    const items = open ? itemsOf(rest, from) : [];
    list.push(...(items ?? []));
    // A list on the same line as its heading ends with the line.
    if (items === null || (head && list.length > 0)) close();
    at += line.length + 1;
  }
  close();
}

/** The heading, and what stands behind it; in any language if the ids of tasks are all that it speaks of. */
function headOf(line: string): readonly (string | undefined)[] | null {
  const found = HEAD.exec(line);
  if (found || line.length > LONGEST_HEAD) return found;
  const [, name = '', mark, rest] = /^[^\p{L}]*([^:：↓]*)([:：↓]?)(.*)$/u.exec(line) ?? [];
  const sense = learnt.words.readingOf(name.trim())?.sense;
  if ((sense !== 'task' && sense !== 'id') || (mark === '' && sense === 'id')) return null;
  return [`${name}${mark}`, rest];
}

/** In characters, with what may stand on the same line. */
const LONGEST_HEAD = 2000;

/** `parent_task_id:` is of what the task was made from. */
function isOfTasks(head: string): boolean {
  return lastNoun(spaced(/^[^:：]*/.exec(head)?.[0] ?? ''))?.kind !== 'junk';
}

/** The single words of a line; null if it contains anything else. */
function itemsOf(line: string, at: number): Item[] | null {
  if (line.length > MAX_LINE) return null;
  const items: Item[] = [];
  for (const { 0: item, index } of line.matchAll(ITEM)) {
    if (item.trim() === '') continue;
    const value = TOKEN.exec(item)?.[1];
    if (value === undefined) return null;
    items.push({ value, start: at + index + item.lastIndexOf(value) });
  }
  return items;
}

function claimList(claims: Segments, items: readonly Item[]): void {
  const words = items.filter(({ value }) => /^[a-z]{5,}$/i.test(value) && kindOf(value, true));
  const alike = items.length > 1 && words.length === items.length;
  for (const { value, start } of items) {
    const kind = alike ? 'id' : kindOf(value, true);
    if (kind) claims.claim(kind, start, start + value.length);
  }
}
