import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { halfOf } from '~/features/add-tasks/recognise/keys/called';
import type { Segments } from '~/features/add-tasks/recognise/segments';
import { claimPair } from '~/features/add-tasks/recognise/keys/names';
import { isKey } from '~/core/key-shapes';
import { isWritten, KEY_HEAD } from '~/features/add-tasks/recognise/keys/shapes';
import { spaced } from '~/features/add-tasks/recognise/nouns';
import type { Segment } from '~/features/add-tasks/recognise/analysis';
import { isIdShaped } from '~/features/add-tasks/recognise/shapes';

const DELIMITERS = ['\t', '|', ';', ','] as const;
/** Longer lines are no rows somebody wrote, in characters. */
const MAX_LINE = 20_000;

interface Cell {
  text: string;
  start: number;
}

/** The cells of columns that are headed as keys, several in a row too: `AccessKeyId,SecretAccessKey`. */
export function claimKeyColumns(claims: Segments): void {
  let at = 0;
  let head: string[] | null = null;
  let isNew = true;
  const keys = new Map(claims.of('key').map((key) => [key.start, key]));
  for (const line of claims.text.split('\n')) {
    const cells = line.length > MAX_LINE ? null : cellsOf(line, at);
    at += line.length + 1;
    if (!cells) {
      isNew = line.trim() === '';
      if (!isNew) head = null;
      continue;
    }
    const names = cells.map(({ text }) => text);
    if (names.some(isKeyHead) && names.every(isHeading)) head = names;
    // The headings of the next table, in which nothing is a key.
    else if (isNew && !names.some((name) => /\d/.test(name))) head = null;
    else if (head?.length === cells.length) claimCells(claims, cells, head, keys);
    isNew = false;
  }
}

function isKeyHead(name: string): boolean {
  const said = /[)）]$/.test(name) ? name.replace(/\s?[(（][^()（）]{1,20}.$/, '') : name;
  return KEY_HEAD.test(name) || learnt.words.readingOf(said)?.sense === 'key';
}

function isHeading(name: string): boolean {
  return name.length <= 40 && !isIdShaped(name);
}

function claimCells(
  claims: Segments,
  cells: readonly Cell[],
  head: readonly string[],
  keys: ReadonlyMap<number, Segment>,
): void {
  cells.forEach(({ text, start }, index) => {
    const name = head[index] ?? '';
    const half = halfOf(spaced(name));
    const key = keys.get(start);
    if (key && half !== null) key.half = half;
    if (!isKeyHead(name)) return;
    if (/^[\w-]{12,200}\|[\w-]{12,200}$/.test(text) && claimPair(claims, text, start, half)) return;
    if (!/^[\w\-.:+/~]{11,2000}={0,2}$/.test(text)) return;
    if (!isKey(text) || isWritten(text) || isIdShaped(text)) return;
    claims.claim('key', start, start + text.length, text, { half });
  });
}

function cellsOf(line: string, at: number): Cell[] | null {
  const delimiter = DELIMITERS.find((one) => line.includes(one));
  if (delimiter === undefined) return null;
  let from = at;
  return line.split(delimiter).map((cell) => {
    const text = cell.replaceAll(/^[\s"'`]+|[\s"'`]+$/g, '');
    const start = from + Math.max(0, cell.indexOf(text));
    from += cell.length + 1;
    return { text, start };
  });
}
