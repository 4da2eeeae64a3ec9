import * as v from 'valibot';

import { listed, readChunk } from './month-chunk';
import { packed, type Past } from './past';
import { readSums, writeSums } from './sums-text';

/** The past as a backup holds it. */
interface PastInFile {
  months: readonly object[];
  sums: string;
  foldedTo: number | null;
}

/** No more months and tasks than anybody has are read. */
const MOST_MONTHS = 500;
const MOST_TASKS = 200_000;
const LONGEST_SUMS = 5_000_000;

export function writePast(past: Past): PastInFile {
  const { months, sums, foldedTo } = packed(past);
  return { months: [...months.values()].map(listed), sums: writeSums(sums), foldedTo };
}

const schema = v.object({
  months: v.pipe(v.array(v.unknown()), v.maxLength(MOST_MONTHS)),
  sums: v.pipe(v.string(), v.maxLength(LONGEST_SUMS)),
  foldedTo: v.nullable(v.pipe(v.number(), v.minValue(Date.UTC(2000)), v.maxValue(Date.UTC(2200)))),
});

/** What anybody may have written: what is damaged is left out, and of a task that stands twice the first counts. */
export function readPastFile(value: unknown): Past | null {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return null;
  const { sums, foldedTo } = parsed.output;
  const tasks = new Map<number, Past['tasks'][number]>();
  for (const month of parsed.output.months) {
    for (const task of readChunk(month, MOST_TASKS - tasks.size) ?? []) {
      if (!tasks.has(task.mark)) tasks.set(task.mark, task);
    }
  }
  return { tasks: [...tasks.values()], sums: readSums(sums), foldedTo };
}
