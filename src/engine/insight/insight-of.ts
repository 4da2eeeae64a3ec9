import { createChoices } from './choices';
import { asksDetail, chooserOf } from './chosen';
import { dayFacts } from './days';
import { durationFacts } from './durations';
import type { EndedTask } from './ended-task';
import type { InsightFacts, InsightFilter } from './facts';
import { countOf, type DaySum } from './past/day-sum';
import { midnightBefore } from './past/midnight';
import { reasonFacts } from './reasons';
import type { Seen } from './seen';
import { spendFacts } from './spend';

/** What a filter leaves of all that was seen. */
export interface Left {
  /** Within the filter's time. */
  tasks: readonly EndedTask[];
  sums: readonly DaySum[];
  /** Also those before it by which is judged what is usual. */
  usualTasks: readonly EndedTask[];
  usualSums: readonly DaySum[];
  /** How many days those are, today included; null for all. */
  usualDays: number | null;
}

/** Everything Insight's pictures and sentences say of ended tasks, but for the batch that goes on. @param now epoch ms */
export function insightOf(seen: Seen, filter: InsightFilter, now: number): InsightFacts {
  const chooser = chooserOf(filter, now);
  const choices = createChoices();
  const usualTasks: EndedTask[] = [];
  const tasks: EndedTask[] = [];
  for (const task of seen.tasks) {
    if (task.at < chooser.usualFrom || !chooser.isOther(task)) continue;
    const isOfService = chooser.hasService(task);
    const isOfModel = chooser.hasModel(task);
    const isOfColumn = chooser.hasColumn(task);
    const isLeft = isOfService && isOfModel && isOfColumn;
    if (isLeft) usualTasks.push(task);
    if (task.at < chooser.from) continue;
    if (isLeft) tasks.push(task);
    if (isOfModel && isOfColumn) choices.countService(task.base, 1);
    if (isOfService && isOfColumn) choices.countModel(task.model, 1);
    if (isOfService && isOfModel) choices.countColumns(task.columns);
  }
  const usualSums: DaySum[] = [];
  const sums: DaySum[] = [];
  let isLessKnown = false;
  for (const sum of seen.sums) {
    const isOfService = chooser.hasService(sum);
    const isOfModel = chooser.hasModel(sum);
    const isShown = sum.since >= chooser.from;
    if (asksDetail(filter)) isLessKnown ||= isShown && isOfService && isOfModel;
    const own = chooser.ofSum(sum);
    if (own === null || sum.since < chooser.usualFrom) continue;
    if (isOfService && isOfModel) usualSums.push(own);
    if (!isShown) continue;
    if (isOfService && isOfModel) sums.push(own);
    if (isOfModel) choices.countService(own.base, countOf(own));
    if (isOfService) choices.countModel(own.model, countOf(own));
  }
  const { usualDays } = chooser;
  const left: Left = { tasks, sums, usualTasks, usualSums, usualDays };
  return {
    total: sums.reduce((sum, one) => sum + countOf(one), tasks.length),
    reach: {
      from: firstOf(left),
      detailFrom: isLessKnown && seen.foldedTo !== null ? midnightBefore(seen.foldedTo, -1) : null,
    },
    choices: choices.all(),
    durations: durationFacts(left, now),
    days: dayFacts(left, chooser.from, now),
    reasons: reasonFacts(left, seen.onBoard),
    spend: spendFacts(left),
  };
}

function firstOf({ tasks, sums }: Left): number | null {
  let first = Infinity;
  for (const { at } of tasks) first = Math.min(first, at);
  for (const { since } of sums) first = Math.min(first, since);
  return first === Infinity ? null : first;
}
