import * as v from 'valibot';

import { FAILURE_KINDS } from '~/core/failure';

import { daySumSchema, nameOf, type DaySum } from './day-sum';
import { json } from './text';

/**
 * Sums as a text of lists, in a quarter of the room that they take as objects:
 * `[[[base, model], …], [[since, [which, ready, cancelled, undated, failed, took, spent], …], …]]`,
 * in which `failed` and `took` are pairs of a place and a count in a row, and `spent` four values for each.
 */
export function writeSums(sums: readonly DaySum[]): string {
  const owners = new Map<string, number>();
  const names: [string, string | null][] = [];
  const days = new Map<number, unknown[]>();
  for (const sum of sums) {
    const { base, model, since } = sum;
    const key = JSON.stringify([base, model]);
    const owner = owners.get(key) ?? names.push([base, model]) - 1;
    owners.set(key, owner);
    const day = days.get(since) ?? [since];
    days.set(since, day);
    day.push([owner, ...rowOf(sum)]);
  }
  return JSON.stringify([names, [...days.values()]]);
}

/** What a sum says besides whose it is. */
export function rowOf({ ready, cancelled, undated, failed, took, spent }: DaySum): unknown[] {
  const why = FAILURE_KINDS.flatMap((kind, place) => (failed[kind] ? [place, failed[kind]] : []));
  const paid = spent.flatMap(({ unit, ofFailed, count, amount }) => [
    unit,
    ofFailed ? 1 : 0,
    count,
    amount,
  ]);
  return [ready, cancelled, undated, why, took.flat(), paid];
}

const list = v.array(v.unknown());
const textSchema = v.tuple([v.array(v.tuple([v.unknown(), v.unknown()])), v.array(list)]);

/** Total: what anybody may have written, without what is damaged, and each sum once. */
export function readSums(text: string): DaySum[] {
  const parsed = v.safeParse(textSchema, json(text));
  if (!parsed.success) return [];
  const [names, days] = parsed.output;
  const sums = days.flatMap(([since, ...rows]) =>
    rows.flatMap((row) => readRow(since, row, names) ?? []),
  );
  return [...new Map(sums.map((sum) => [nameOf(sum), sum])).values()];
}

function readRow(
  since: unknown,
  row: unknown,
  names: readonly (readonly [unknown, unknown])[],
): DaySum | null {
  if (!Array.isArray(row)) return null;
  const [owner, ready, cancelled, undated, why, took, paid] = row as unknown[];
  const [base, model] = names[Number(owner)] ?? [];
  const failed = inGroups(why, 2).map(([place, count]) => [FAILURE_KINDS[Number(place)], count]);
  const spent = inGroups(paid, 4).map(([unit, ofFailed, count, amount]) => ({
    unit,
    ofFailed: ofFailed === 1,
    count,
    amount,
  }));
  const parsed = v.safeParse(daySumSchema, {
    since,
    base,
    model,
    ready,
    cancelled,
    undated,
    failed: Object.fromEntries(failed) as unknown,
    took: inGroups(took, 2),
    spent,
  });
  return parsed.success ? parsed.output : null;
}

/** The most of anything that one sum tells apart. */
const MOST = 500;

function inGroups(values: unknown, size: number): unknown[][] {
  const all = Array.isArray(values) ? (values as unknown[]).slice(0, MOST) : [];
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
