import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

import type { EndedTask } from '~/engine/insight/ended-task';

import type { DaySum } from './day-sum';
import {
  byStart,
  mergePast,
  NO_PAST,
  packed,
  unpacked,
  withinLimits,
  type Packed,
  type Past,
} from './past';
import { monthOf } from './midnight';
import { readChunk, writeChunk, type MonthChunk } from './month-chunk';
import { readSums, writeSums } from './sums-text';

/** In a database of its own, a row for each month and one for the sums: it is read when somebody opens Insight. */
const NAME = 'rushes-past';
const SUMS = 'sums';
let opened: UseStore | null = null;

/**
 * What is kept of a moment and all after it, and perhaps more; nothing without storage. Most of what there is, is older
 * than what anybody looks at. @param from epoch ms
 */
export async function readPast(from = -Infinity): Promise<Past> {
  const found = await inStore('readonly', (store) => readRows(store, from));
  return found === null ? NO_PAST : unpacked(found);
}

/** Keeps tasks that leave the board. What is known of them already stays. Never rejects. */
export async function keepPast(tasks: readonly EndedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await change((before) => {
    const months = changedMonths(before, tasks, (known, own) => {
      const marks = new Set(known.map(({ mark }) => mark));
      return [...known, ...own.filter(({ mark }) => !marks.has(mark))];
    });
    return withinLimits({ ...before, months });
  });
}

/** Forgets tasks that are on the board again: the board knows more of them. Never rejects. */
export async function takeFromPast(tasks: readonly EndedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await change((before) => {
    const months = changedMonths(before, tasks, (known, own) => {
      const marks = new Set(own.map(({ mark }) => mark));
      return known.filter(({ mark }) => !marks.has(mark));
    });
    return { ...before, months };
  });
}

/** Puts what a backup knows together with what is here. Never rejects. */
export async function mergeIntoPast(past: Past): Promise<void> {
  await change((before) => packed(mergePast(unpacked(before), past)));
}

/** The months in which these tasks ended, with what becomes of those that are known there. */
function changedMonths(
  { months: before }: Packed,
  tasks: readonly EndedTask[],
  become: (known: readonly EndedTask[], own: readonly EndedTask[]) => readonly EndedTask[],
): Map<number, MonthChunk> {
  const months = new Map(before);
  for (const [since, own] of byStart(tasks, monthOf)) {
    const known = readChunk(before.get(since)) ?? [];
    const after = become(known, own);
    if (after.length === 0) months.delete(since);
    else if (after.length !== known.length) months.set(since, writeChunk(since, after));
  }
  return months;
}

/** In one transaction, so that no other tab writes meanwhile. What a newer page has written stays as it is. */
async function change(become: (before: Packed) => Packed): Promise<void> {
  await inStore('readwrite', async (store) => {
    const { isNewer, ...before } = await readRows(store);
    if (!isNewer) await writeAll(store, before, become(before));
  });
}

/** Null where nothing can be stored. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  try {
    opened ??= createStore(NAME, 'months');
    return await opened(mode, work);
  } catch {
    // Opened anew the next time: the browser may have closed it.
    opened = null;
    return null;
  }
}

const rowSchema = v.looseObject({ version: v.number() });
const sumsSchema = v.object({
  version: v.literal(1),
  foldedTo: v.nullable(v.number()),
  /** See `writeSums`. */
  sums: v.string(),
});

async function readRows(
  store: IDBObjectStore,
  from = -Infinity,
): Promise<Packed & { isNewer: boolean }> {
  const rows = rowsSince(from);
  const [names, values] = await Promise.all([
    promisifyRequest(store.getAllKeys(rows)),
    promisifyRequest<unknown[]>(store.getAll(rows)),
  ]);
  const found = {
    months: new Map<number, MonthChunk>(),
    sums: NO_SUMS,
    foldedTo: null as number | null,
  };
  let isNewer = false;
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (!v.is(rowSchema, value)) continue;
    isNewer ||= value.version > 1;
    const sums = name === SUMS ? v.safeParse(sumsSchema, value) : null;
    if (sums?.success) {
      const { foldedTo } = sums.output;
      if ((foldedTo ?? Infinity) > from - A_JOURNEY) found.sums = readSums(sums.output.sums);
      found.foldedTo = foldedTo;
    }
    // One of our own, or what `readChunk` will find to be none.
    if (typeof name === 'number') found.months.set(name, value as unknown as MonthChunk);
  }
  return { ...found, isNewer };
}

/** Days and months began elsewhere at another time, up to so many ms away: where the person was then. */
const A_JOURNEY = 2 * 86_400_000;

/** A month's name is when it began; the sums' is a text, and in this order texts come after numbers. */
function rowsSince(from: number): IDBKeyRange | null {
  return from === -Infinity ? null : IDBKeyRange.lowerBound(monthOf(from) - A_JOURNEY);
}

const NO_SUMS: readonly DaySum[] = [];

/** Writes what has changed. */
async function writeAll(store: IDBObjectStore, before: Packed, after: Packed): Promise<void> {
  for (const since of before.months.keys()) if (!after.months.has(since)) store.delete(since);
  for (const [since, chunk] of after.months) {
    if (before.months.get(since) !== chunk) store.put(chunk, since);
  }
  if (after.sums !== before.sums) {
    store.put({ version: 1, foldedTo: after.foldedTo, sums: writeSums(after.sums) }, SUMS);
  }
  await promisifyRequest(store.transaction);
}
