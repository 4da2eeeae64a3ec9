import * as v from 'valibot';

import { boundedAmount } from '~/core/cost';
import type { Columns } from '~/core/tracked';
import type { EndedTask } from '~/engine/insight/ended-task';
import { MARKS } from '~/engine/insight/mark';

import { batchSchema, cellsSchema, kindOf, kindSchema, maskedCells, NO_CELLS } from './kinds';
import { bytesOfText, json } from './text';

/**
 * The ended tasks of one month in columns: 22 bytes for each, and what they have in common once. This is what is stored;
 * in a backup the columns are lists.
 */
export interface MonthChunk {
  version: 1;
  /** When the month began where the person was, epoch ms. */
  since: number;
  marksLow: Numbers;
  marksHigh: Numbers;
  /** In which minute of the month each ended. */
  at: Numbers;
  /** How long each took, in steps of `TOOK_STEP` ms; `NONE` if nobody knows. */
  took: Numbers;
  shots: Numbers;
  /** What each has in common with others, as its place in a list of `words`; `NONE` if it has none. */
  kind: Numbers;
  batch: Numbers;
  cells: Numbers;
  amount: Numbers;
  /** `[kinds, batches, cells, amounts]` as JSON. */
  words: string;
}

type Numbers = Uint32Array | Uint16Array | readonly number[];

/** A month has at most 44,700 minutes, and a number of 16 bits has 65,535 values and this one. */
const NONE = 0xff_ff;
const MINUTE = 60_000;
const TOOK_STEP = 500;
/** The most cells of a month: those of one more task are not kept. */
const mostCells = (tasks: number): number => 40 + Math.floor(tasks / 10);

/** @param since the beginning of their month, epoch ms @param tasks at most one for each mark */
export function writeChunk(since: number, tasks: readonly EndedTask[]): MonthChunk {
  const kinds = createTable(NONE);
  const batches = createTable(NONE);
  const cells = createTable(mostCells(tasks.length));
  const amounts = createTable(NONE);
  const each = (read: (task: EndedTask) => number): number[] => tasks.map(read);
  return {
    version: 1,
    since,
    marksLow: Uint32Array.from(each(({ mark }) => mark % 2 ** 32)),
    marksHigh: Uint16Array.from(each(({ mark }) => Math.floor(mark / 2 ** 32))),
    at: Uint16Array.from(each(({ at }) => bounded(Math.floor((at - since) / MINUTE)))),
    took: Uint16Array.from(
      each(({ tookMs }) => (tookMs === null ? NONE : bounded(tookMs / TOOK_STEP))),
    ),
    shots: Uint32Array.from(each(({ shot }) => shot)),
    kind: Uint16Array.from(each((task) => kinds.place(kindOf(task)))),
    batch: Uint16Array.from(each(({ batch }) => batches.place(batch))),
    cells: Uint16Array.from(each(({ columns }) => cells.place(orNull(maskedCells(columns))))),
    amount: Uint16Array.from(each(({ cost }) => amounts.place(cost?.amount ?? null))),
    words: JSON.stringify([kinds.values, batches.values, cells.values, amounts.values]),
  };
}

/** Most tasks have no cells. */
function orNull(columns: Columns): Columns | null {
  return Object.keys(columns).length === 0 ? null : columns;
}

function bounded(steps: number): number {
  return Math.max(0, Math.min(NONE - 1, Math.round(steps)));
}

/** Values by what they say, each once; null, and more than `most`, have no place. */
function createTable(most: number) {
  const known = new Map<string, number>();
  const values: unknown[] = [];
  return {
    values,
    place(value: unknown): number {
      if (value === null) return NONE;
      const text = JSON.stringify(value);
      const place = known.get(text);
      if (place !== undefined) return place;
      if (values.length >= most) return NONE;
      known.set(text, values.length);
      return values.push(value) - 1;
    },
  };
}

const numbers = v.pipe(
  v.unknown(),
  v.check((value) => ArrayBuffer.isView(value) || Array.isArray(value)),
  // Of a list that is none of numbers, those that are none are `NONE` when they are read.
  v.transform((value) => value as Numbers),
);
const list = v.array(v.unknown());
const chunkSchema = v.object({
  version: v.literal(1),
  since: v.pipe(v.number(), v.minValue(Date.UTC(2000)), v.maxValue(Date.UTC(2200))),
  marksLow: numbers,
  marksHigh: numbers,
  at: numbers,
  took: numbers,
  shots: numbers,
  kind: numbers,
  batch: numbers,
  cells: numbers,
  amount: numbers,
  words: v.pipe(
    v.string(),
    v.transform((words) => json(words)),
    v.tuple([list, list, list, list]),
  ),
});

/**
 * The tasks of a chunk that was stored or that a file holds; what is damaged is left out. Null if it is no chunk.
 * @param most no more rows are read
 */
export function readChunk(value: unknown, most = Infinity): EndedTask[] | null {
  const parsed = v.safeParse(chunkSchema, value);
  if (!parsed.success) return null;
  const { since, words, marksLow, marksHigh, at, took, shots, ...place } = parsed.output;
  const kinds = words[0].slice(0, NONE).map((one) => read(kindSchema, one));
  const batches = words[1].slice(0, NONE).map((one) => read(batchSchema, one));
  const cells = words[2].slice(0, NONE).map((one) => read(cellsSchema, one) ?? NO_CELLS);
  const amounts = words[3]
    .slice(0, NONE)
    .map((one) => (typeof one === 'number' ? boundedAmount(one) : null));
  const tasks: EndedTask[] = [];
  for (let row = 0; row < Math.min(most, marksLow.length); row += 1) {
    const kind = kinds[whole(place.kind[row], NONE)];
    const mark = whole(marksHigh[row], 2 ** 16) * 2 ** 32 + whole(marksLow[row], MARKS);
    if (!kind || mark >= MARKS) continue;
    const steps = whole(took[row], NONE);
    const amount = amounts[whole(place.amount[row], NONE)] ?? null;
    // Written out: 100,000 of them are made at once, and spreading takes three times as long.
    tasks.push({
      mark,
      at: since + whole(at[row], 0) * MINUTE,
      isDated: kind.isDated,
      tookMs: steps >= NONE ? null : steps * TOOK_STEP,
      end: kind.end,
      reason: kind.reason,
      base: kind.base,
      model: kind.model,
      seconds: kind.seconds,
      cost: amount === null || kind.unit === undefined ? null : { amount, unit: kind.unit },
      batch: batches[whole(place.batch[row], NONE)] ?? null,
      shot: whole(shots[row], 0) >>> 0,
      columns: cells[whole(place.cells[row], NONE)] ?? NO_CELLS,
    });
  }
  return tasks;
}

/** A file may hold anything: what is no whole number from 0 to 32 bits is `otherwise`. */
function whole(value: unknown, otherwise: number): number {
  const isWhole = typeof value === 'number' && value >= 0 && value < 2 ** 32 && value % 1 === 0;
  return isWhole ? value : otherwise;
}

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

/** How many bytes it takes as it is stored. */
export function bytesOf({ words, marksLow }: MonthChunk): number {
  return 22 * marksLow.length + bytesOfText(words);
}

/** For a backup: typed arrays are objects in JSON. */
export function listed(chunk: MonthChunk): object {
  return Object.fromEntries(
    Object.entries(chunk).map(([name, value]: [string, unknown]) => [
      name,
      ArrayBuffer.isView(value) ? [...(value as Uint16Array)] : value,
    ]),
  );
}
