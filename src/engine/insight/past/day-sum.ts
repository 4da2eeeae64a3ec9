import * as v from 'valibot';

import { boundedAmount, MOST_COST } from '~/core/cost';
import { FAILURE_KINDS, type FailureKind } from '~/core/failure';
import type { EndedTask } from '~/engine/insight/ended-task';

import { binOf, BINS } from './bins';
import { baseSchema, modelSchema, unitSchema } from './kinds';

/** What is left of a day's tasks of one service and model when the tasks themselves are forgotten. */
export interface DaySum {
  /** Midnight where the person was, epoch ms. */
  since: number;
  base: string;
  model: string | null;
  ready: number;
  cancelled: number;
  /** The failed, by reason. */
  failed: Partial<Record<FailureKind, number>>;
  /** How many of all were only found ended on that day. */
  undated: number;
  /** How many finished ones took how long: bin and count, by bin. */
  took: readonly (readonly [bin: number, count: number])[];
  /** What was said to be paid, by unit and whether for failed tasks. */
  spent: readonly Spent[];
}

interface Spent {
  unit: string | null;
  ofFailed: boolean;
  count: number;
  amount: number;
}

/** The sums of one day's tasks, one for each service and model. */
export function sumsOf(since: number, tasks: readonly EndedTask[]): DaySum[] {
  const groups = new Map<string, EndedTask[]>();
  for (const task of tasks) {
    const key = `${task.base} ${task.model ?? ''}`;
    const own = groups.get(key);
    if (own) own.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()].map((own) => own.map((task) => sumOfOne(since, task)).reduce(added));
}

function sumOfOne(since: number, task: EndedTask): DaySum {
  const { base, model, end, reason, isDated, tookMs, cost } = task;
  return {
    since,
    base,
    model,
    ready: end === 'ready' ? 1 : 0,
    cancelled: end === 'cancelled' ? 1 : 0,
    failed: reason === null ? {} : { [reason]: 1 },
    undated: isDated ? 0 : 1,
    took: end === 'ready' && tookMs !== null ? [[binOf(tookMs), 1]] : [],
    spent:
      cost === null
        ? []
        : [{ unit: cost.unit, ofFailed: end !== 'ready', count: 1, amount: cost.amount }],
  };
}

/** How many tasks a sum stands for. */
export function countOf({ ready, cancelled, failed }: DaySum): number {
  return Object.values(failed).reduce((sum, count) => sum + count, ready + cancelled);
}

/** The same day, service and model have the same name. */
export function nameOf({ since, base, model }: DaySum): string {
  return JSON.stringify([since, base, model]);
}

/** Two sums of different tasks as one; always written in the same order, so that the same sum is the same text. */
export function added(a: DaySum, b: DaySum): DaySum {
  const took = new Map(a.took);
  for (const [bin, count] of b.took) took.set(bin, (took.get(bin) ?? 0) + count);
  const spent = new Map<string, Spent>();
  for (const one of [...a.spent, ...b.spent]) {
    const key = JSON.stringify([one.unit, one.ofFailed]);
    const before = spent.get(key);
    const { unit, ofFailed } = one;
    const amount = boundedAmount(one.amount + (before?.amount ?? 0)) ?? MOST_COST;
    spent.set(key, { unit, ofFailed, count: one.count + (before?.count ?? 0), amount });
  }
  const failed = FAILURE_KINDS.flatMap((kind) => {
    const count = (a.failed[kind] ?? 0) + (b.failed[kind] ?? 0);
    return count === 0 ? [] : [[kind, count] as const];
  });
  return {
    ...a,
    ready: a.ready + b.ready,
    cancelled: a.cancelled + b.cancelled,
    failed: Object.fromEntries(failed),
    undated: a.undated + b.undated,
    took: [...took].toSorted(([one], [other]) => one - other),
    spent: [...spent].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one),
  };
}

/** The most of anything in a day that is believed. */
const MOST = 1e6;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST));

/** A sum as a file may hold it. */
export const daySumSchema: v.GenericSchema<unknown, DaySum> = v.object({
  since: v.pipe(v.number(), v.minValue(Date.UTC(2000)), v.maxValue(Date.UTC(2200))),
  base: baseSchema,
  model: modelSchema,
  ready: count,
  cancelled: count,
  failed: v.record(v.picklist(FAILURE_KINDS), count),
  undated: count,
  took: v.pipe(
    v.array(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BINS - 1)), count])),
    v.maxLength(BINS),
  ),
  spent: v.pipe(
    v.array(
      v.object({
        unit: unitSchema,
        ofFailed: v.boolean(),
        count,
        amount: v.pipe(
          v.number(),
          v.check((one) => boundedAmount(one) !== null),
        ),
      }),
    ),
    v.maxLength(100),
  ),
});
