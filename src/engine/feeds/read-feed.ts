import type { Columns } from '~/core/tracked';

import type { FeedProblem } from '~/core/feed';
import { parseCsv } from './csv';
import { rowReader } from './feed-row';
import { recordsIn, type FeedRecord } from './json-records';

/** A task as a feed names it: bounded, clean, and without anything that looks like a key. */
export interface FeedRow {
  taskId: string;
  label: string | null;
  shot: string | null;
  columns: Columns;
}

/** The rows of a feed, or why there are none. */
export type FeedReading =
  | {
      rows: FeedRow[];
      /** The last one may be half written: its line has no end. */
      open: FeedRow | null;
      /** There are more before them, which are left out. */
      isPart: boolean;
    }
  | { problem: FeedProblem };

/** Of more rows than these the last ones are read, for feeds are appended to: the board is for what people look at. */
export const MAX_ROWS = 5_000;

/**
 * Reads a feed: JSON, JSON lines or CSV. What it says is hostile: a row names a task and words about it, never a service
 * or a key. Total and pure; needs no browser.
 */
export function readFeed(text: string, contentType: string): FeedReading {
  const plain = text.replace(/^\uFEFF/, '');
  const start = plain.trimStart().slice(0, 1);
  if (/html/i.test(contentType) || start === '<') return { problem: 'html' };
  if (start === '') return { rows: [], open: null, isPart: false };
  if (plain.includes('\0')) return { problem: 'unreadable' };
  return start === '[' || start === '{' ? readJson(plain) : readTable(plain, contentType);
}

function readJson(text: string): FeedReading {
  const found = recordsIn(text);
  return 'problem' in found ? found : rowsOf(found.records, false, found.isPart);
}

function readTable(text: string, contentType: string): FeedReading {
  const { lines, isOpen, isPart } = parseCsv(
    text,
    /tab-separated/i.test(contentType) ? '\t' : null,
  );
  const [head = [], ...rest] = lines;
  const records = rest.map((cells): FeedRecord =>
    cells.map((cell, at) => [head[at] ?? '', cell] as const),
  );
  return rowsOf([head.map((name) => [name, ''] as const), ...records], isOpen, isPart);
}

/**
 * @param isOpen the last one may be half written
 * @param isCut records before them were left out
 */
function rowsOf(records: readonly FeedRecord[], isOpen: boolean, isCut: boolean): FeedReading {
  const [first] = records;
  if (!first) return { rows: [], open: null, isPart: isCut };
  // A record may leave out what it does not know, so the first is not all there is.
  const read = rowReader(new Set([first, ...records.slice(-MAX_ROWS)].flatMap(namesOf)));
  if (read === null) return { problem: 'no-ids' };
  const last = records.at(-1);
  const open = isOpen && last ? read(last) : null;
  const rows = new Map<string, FeedRow>();
  let isPart = isCut;
  for (const record of (open ? records.slice(0, -1) : records).toReversed()) {
    const row = read(record);
    if (row === null) continue;
    // The last word about a task, where it is named first.
    const word = rows.get(row.taskId) ?? row;
    if (word === row && rows.size >= MAX_ROWS) {
      isPart = true;
      break;
    }
    rows.delete(row.taskId);
    rows.set(row.taskId, word);
  }
  return { rows: [...rows.values()].toReversed(), open, isPart };
}

function namesOf(record: FeedRecord): string[] {
  return record.map(([name]) => name);
}
