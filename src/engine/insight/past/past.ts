import type { EndedTask } from '~/engine/insight/ended-task';

import { added, countOf, nameOf, sumsOf, type DaySum } from './day-sum';
import { midnightOf, monthOf } from './midnight';
import { bytesOf, readChunk, writeChunk, type MonthChunk } from './month-chunk';
import { rowOf, writeSums } from './sums-text';
import { bytesOfText } from './text';

/** The ended tasks that are on the board no more. */
export interface Past {
  /** At most one for each mark. */
  tasks: readonly EndedTask[];
  /** What is left of older ones, at most one for each day, service and model. */
  sums: readonly DaySum[];
  /** The last day of which tasks may have been folded into sums, its midnight; null if none was. */
  foldedTo: number | null;
}

export const NO_PAST: Past = { tasks: [], sums: [], foldedTo: null };

/** Months as they are stored, by their beginning, and the sums of older days. */
export interface Packed {
  months: Map<number, MonthChunk>;
  sums: readonly DaySum[];
  foldedTo: number | null;
}

/** What may be stored: together below 2 MB. Beyond, the oldest days are folded, and the oldest sums forgotten. */
export const LIMITS = { taskBytes: 1_350_000, sumBytes: 600_000 } as const;

/** What both know of the past. Merging again changes nothing, and the order of merging does not matter. */
export function mergePast(a: Past, b: Past): Past {
  const foldedTo = greatest(a.foldedTo, b.foldedTo);
  const [one, other] = [foldedAs(a, foldedTo), foldedAs(b, foldedTo)];
  const tasks = new Map(one.tasks.map((task) => [task.mark, task]));
  for (const task of other.tasks) tasks.set(task.mark, further(tasks.get(task.mark), task));
  const sums = new Map(one.sums.map((sum) => [nameOf(sum), sum]));
  // Nobody can say which tasks both have counted: the greater sum is surely true.
  for (const sum of other.sums) sums.set(nameOf(sum), greater(sums.get(nameOf(sum)), sum));
  return { tasks: [...tasks.values()], sums: [...sums.values()], foldedTo };
}

/** The past with all tasks of days up to this one in its sums. */
function foldedAs(past: Past, foldedTo: number | null): Past {
  if (foldedTo === null) return past;
  const days = byStart(past.tasks, midnightOf);
  const older = [...days].filter(([since]) => since <= foldedTo);
  return {
    tasks: past.tasks.filter(({ at }) => midnightOf(at) > foldedTo),
    sums: withSums(
      past.sums,
      older.flatMap(([since, tasks]) => sumsOf(since, tasks)),
    ),
    foldedTo,
  };
}

/** What is known of a task in two places is nearly always the same; if not, one of both counts, always the same one. */
function further(a: EndedTask | undefined, b: EndedTask): EndedTask {
  return a === undefined || JSON.stringify(a) < JSON.stringify(b) ? b : a;
}

function greater(a: DaySum | undefined, b: DaySum): DaySum {
  if (a === undefined) return b;
  const more = countOf(b) - countOf(a) || (JSON.stringify(b) > JSON.stringify(a) ? 1 : -1);
  return more > 0 ? b : a;
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Sums of other tasks added to those there are. */
function withSums(sums: readonly DaySum[], more: readonly DaySum[]): DaySum[] {
  const all = new Map(sums.map((sum) => [nameOf(sum), sum]));
  for (const sum of more) {
    const before = all.get(nameOf(sum));
    all.set(nameOf(sum), before ? added(before, sum) : sum);
  }
  return [...all.values()];
}

/** Tasks by the beginning of their day or month. */
export function byStart(
  tasks: readonly EndedTask[],
  startOf: (at: number) => number,
): Map<number, EndedTask[]> {
  const groups = new Map<number, EndedTask[]>();
  for (const task of tasks) {
    const since = startOf(task.at);
    const own = groups.get(since);
    if (own) own.push(task);
    else groups.set(since, [task]);
  }
  return groups;
}

/** The past as it is stored. */
export function packed({ tasks, sums, foldedTo }: Past): Packed {
  const months = new Map(
    [...byStart(tasks, monthOf)].map(([since, own]) => [since, writeChunk(since, own)] as const),
  );
  return withinLimits({ months, sums: latestOf(sums), foldedTo });
}

export function unpacked({ months, sums, foldedTo }: Packed): Past {
  const tasks = [...months.values()].flatMap((chunk) => readChunk(chunk) ?? []);
  return { tasks, sums, foldedTo };
}

/** The same within `LIMITS`: the oldest days are folded into sums. */
export function withinLimits(all: Packed): Packed {
  const months = new Map(all.months);
  const sums: DaySum[] = [];
  let { foldedTo } = all;
  let over = -LIMITS.taskBytes;
  for (const chunk of months.values()) over += bytesOf(chunk);
  for (const [since, chunk] of [...months].toSorted(([a], [b]) => a - b)) {
    if (over <= 0) break;
    const days = byStart(readChunk(chunk) ?? [], midnightOf);
    const perTask = bytesOf(chunk) / chunk.marksLow.length;
    const left = [...days].toSorted(([a], [b]) => a - b);
    for (let [day] = left; day && over > 0; [day] = left) {
      over -= perTask * day[1].length;
      sums.push(...sumsOf(...day));
      foldedTo = greatest(foldedTo, day[0]);
      left.shift();
    }
    const tasks = left.flatMap(([, own]) => own);
    if (tasks.length > 0) months.set(since, writeChunk(since, tasks));
    else months.delete(since);
  }
  if (sums.length === 0) return all;
  return { months, sums: latestOf(withSums(all.sums, sums)), foldedTo };
}

/** Whose sum a row is, its commas, and a share of its day's midnight, in characters. */
const ROW_FRAME = 12;

/** The latest sums that have room. */
function latestOf(sums: readonly DaySum[]): DaySum[] {
  const all = sums.toSorted((a, b) => b.since - a.since || (nameOf(a) < nameOf(b) ? -1 : 1));
  // A little is left for the names, which are written once.
  let room: number = 0.95 * LIMITS.sumBytes;
  return all.filter((sum) => (room -= bytesOfText(JSON.stringify(rowOf(sum))) + ROW_FRAME) >= 0);
}

/** How many bytes all of it takes as it is stored. */
export function bytesOfAll({ months, sums }: Packed): number {
  let bytes = bytesOfText(writeSums(sums));
  for (const chunk of months.values()) bytes += bytesOf(chunk);
  return bytes;
}
