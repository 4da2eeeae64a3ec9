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
import { readSums as sumsIn, writeSums } from './sums-text';

/** In a database of its own, a row for each month and one for the sums: it is read when somebody opens Insight. */
const NAME = 'rushes-past';
const SUMS = 'sums';
let opened: UseStore | null = null;

/** All that is kept; nothing without storage. */
export async function readPast(): Promise<Past> {
  const found = await inStore('readonly', readAll);
  return found === null ? NO_PAST : unpacked(found);
}

/** Keeps tasks that leave the board. What is known of them already stays. Never rejects. */
export async function keepPast(tasks: readonly EndedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await inStore('readwrite', async (store) => {
    const before = await readAll(store);
    const months = new Map(before.months);
    for (const [since, own] of byStart(tasks, monthOf)) {
      const known = readChunk(months.get(since)) ?? [];
      const marks = new Set(known.map(({ mark }) => mark));
      const more = own.filter(({ mark }) => !marks.has(mark));
      if (more.length > 0) months.set(since, writeChunk(since, [...known, ...more]));
    }
    await writeAll(store, before, withinLimits({ ...before, months }));
  });
}

/** Forgets tasks that are on the board again: the board knows more of them. Never rejects. */
export async function takeFromPast(tasks: readonly EndedTask[]): Promise<void> {
  await inStore('readwrite', async (store) => {
    const before = await readAll(store);
    const months = new Map(before.months);
    for (const [since, own] of byStart(tasks, monthOf)) {
      const known = readChunk(months.get(since)) ?? [];
      const marks = new Set(own.map(({ mark }) => mark));
      const left = known.filter(({ mark }) => !marks.has(mark));
      if (left.length === known.length) continue;
      if (left.length === 0) months.delete(since);
      else months.set(since, writeChunk(since, left));
    }
    await writeAll(store, before, { ...before, months });
  });
}

/** Puts what a backup knows together with what is here. Never rejects. */
export async function mergeIntoPast(past: Past): Promise<void> {
  await inStore('readwrite', async (store) => {
    const before = await readAll(store);
    await writeAll(store, before, packed(mergePast(unpacked(before), past)));
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

const sumsSchema = v.object({
  version: v.literal(1),
  foldedTo: v.nullable(v.number()),
  /** See `writeSums`. */
  sums: v.string(),
});

async function readAll(store: IDBObjectStore): Promise<Packed> {
  const [names, values] = await Promise.all([
    promisifyRequest(store.getAllKeys()),
    promisifyRequest<unknown[]>(store.getAll()),
  ]);
  const months = new Map<number, MonthChunk>();
  let rest: { sums: DaySum[]; foldedTo: number | null } = { sums: [], foldedTo: null };
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (name === SUMS) rest = readSums(value);
    // Typed arrays of our own, or what `readChunk` will find to be none.
    else if (typeof name === 'number') months.set(name, value as MonthChunk);
  }
  return { months, ...rest };
}

function readSums(value: unknown): { sums: DaySum[]; foldedTo: number | null } {
  const parsed = v.safeParse(sumsSchema, value);
  if (!parsed.success) return { sums: [], foldedTo: null };
  const { sums, foldedTo } = parsed.output;
  return { sums: sumsIn(sums), foldedTo };
}

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
