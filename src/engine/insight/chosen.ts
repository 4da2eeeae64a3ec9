import { FAILURE_REASONS, type FailureKind } from '~/core/failure';
import { groupOfCell } from '~/engine/answers/group-of';

import type { EndedTask } from './ended-task';
import type { InsightFilter } from './facts';
import { shortMark } from './mark';
import { midnightBefore } from './past/midnight';
import type { DaySum } from './past/day-sum';

/** What a task must be, by each part of the filter that has a choice of its own. */
interface Chooser {
  /** The first moment that is shown; -Infinity for all. */
  from: number;
  /** By how many days is judged what is usual, today included; null for all. */
  usualDays: number | null;
  /** The first moment of these: it may lie before what is shown. */
  usualFrom: number;
  /** Apart from time, service, model and column. */
  isOther(task: EndedTask): boolean;
  hasService(of: { base: string }): boolean;
  hasModel(of: { model: string | null }): boolean;
  hasColumn(task: EndedTask): boolean;
  /** A sum as far as the filter leaves it; null if nothing of it is left. */
  ofSum(sum: DaySum): DaySum | null;
}

/** What is usual is judged by so many days at least, today included. */
const USUAL_DAYS = 14;

/** By how many days is judged what is usual where the pictures show so many; null for all. */
function usualDaysOf(days: number | null): number | null {
  return days === null ? null : Math.max(days, USUAL_DAYS);
}

/** The first moment of which a filter asks anything. @param days null for all @param now epoch ms */
export function usualFrom(days: number | null, now: number): number {
  const usualDays = usualDaysOf(days);
  return usualDays === null ? -Infinity : midnightBefore(now, usualDays - 1);
}

/** @param now epoch ms */
export function chooserOf(filter: InsightFilter, now: number): Chooser {
  const { days, services, models, batches, shots, reasons, column } = filter;
  const serviceSet = new Set(services);
  const modelSet = new Set<string | null>(models);
  const batchSet = new Set<string | null>(batches);
  const shotSet = new Set(shots.map(shortMark));
  const reasonSet = new Set<string>(reasons);
  const values = new Set(column?.values);
  const hasReason = (kind: FailureKind | null): boolean =>
    reasonSet.size === 0 || (kind !== null && reasonSet.has(FAILURE_REASONS[kind]));
  const isDetailed = batchSet.size + shotSet.size + values.size > 0;
  return {
    from: days === null ? -Infinity : midnightBefore(now, days - 1),
    usualDays: usualDaysOf(days),
    usualFrom: usualFrom(days, now),
    isOther: ({ batch, shot, reason }) =>
      (batchSet.size === 0 || batchSet.has(batch)) &&
      (shotSet.size === 0 || shotSet.has(shot)) &&
      hasReason(reason),
    hasService: ({ base }) => serviceSet.size === 0 || serviceSet.has(base),
    hasModel: ({ model }) => modelSet.size === 0 || modelSet.has(model),
    hasColumn: ({ columns }) =>
      column === null ||
      values.size === 0 ||
      (Object.hasOwn(columns, column.heading) &&
        values.has(groupOfCell(columns[column.heading])?.id ?? '')),
    ofSum(sum) {
      if (isDetailed) return null;
      if (reasonSet.size === 0) return sum;
      const failed = Object.entries(sum.failed).filter(([kind]) => hasReason(kind as FailureKind));
      if (failed.length === 0) return null;
      // Which of the failed were found late, or cost something, is not known of each reason.
      const nothing = { ready: 0, cancelled: 0, undated: 0, took: [], spent: [] };
      return { ...sum, ...nothing, failed: Object.fromEntries(failed) };
    },
  };
}

/** Whether a filter leaves out days of which only sums are left. */
export function asksDetail({ batches, shots, column }: InsightFilter): boolean {
  return batches.length + shots.length + (column?.values.length ?? 0) > 0;
}
