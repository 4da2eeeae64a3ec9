import { usualFrom } from './chosen';
import { durationFacts } from './durations';
import type { Past } from './past/past';
import { slowName } from './slow-today';

/** By how many days is judged what is usual of today. */
const DAYS = 14;

/** The first moment of which that asks anything. @param now epoch ms */
export function slowerFrom(now: number): number {
  return usualFrom(DAYS, now);
}

/** The models that are slower than usual today, as `slowToday` names them. @param now epoch ms */
export function slowerModels({ tasks, sums }: Pick<Past, 'tasks' | 'sums'>, now: number): string[] {
  const from = slowerFrom(now);
  const { models } = durationFacts(
    {
      tasks: [],
      sums: [],
      usualTasks: tasks.filter(({ at }) => at >= from),
      usualSums: sums.filter(({ since }) => since >= from),
      usualDays: DAYS,
    },
    now,
  );
  return models.flatMap((one) => (one.pace === 'slower' ? slowName(one, one.model) : []));
}
