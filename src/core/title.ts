import type { Task } from './task';
import type { TrackedTask } from './tracked';

/** Maximum length of a title in half-width characters; a Chinese character counts as two. */
const ROOM = 48;
/** Ids up to this length are shown in full. */
const SHORT_ID = 22;

/** A card's title: its label, or the first words of its prompt, or its short id. Never empty. */
export function titleOf(tracked: TrackedTask, task: Task | null): string {
  const label = tracked.label?.trim();
  if (label) return label;
  const words = firstWords(task?.prompt ?? task?.enhancedPrompt ?? '');
  return words === '' ? shortId(tracked.taskId) : words;
}

/** A title and its shot, for where neither a heading nor a column says the shot: `SH010 Lighthouse, take 2`. */
export function wholeTitle(title: string, shot: string | null): string {
  return shot === null || title.toLowerCase().startsWith(shot.toLowerCase())
    ? title
    : `${shot}, ${title}`;
}

/** A shortened id: `task_01k81e7r1m…mr4jm`. */
export function shortId(id: string): string {
  return id.length <= SHORT_ID ? id : `${id.slice(0, 15)}…${id.slice(-5)}`;
}

/** The beginning of a text, cut between words if it has any. */
export function firstWords(text: string): string {
  const line = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, ROOM * 2);
  let room = ROOM;
  let end = 0;
  for (const letter of line) {
    room -= WIDE.test(letter) ? 2 : 1;
    if (room < 0) return `${line.slice(0, cutAt(line, end)).replace(/[\s,.;:，。；：、]+$/, '')}…`;
    end += letter.length;
  }
  return line;
}

/** The last space before `end`, unless cutting there would lose half of the text. */
function cutAt(line: string, end: number): number {
  const blank = line.lastIndexOf(' ', end);
  return blank > end / 2 ? blank : end;
}

const WIDE = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/;
