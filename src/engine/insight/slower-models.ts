import { durationFacts } from './durations';
import type { EndedTask } from './ended-task';
import { midnightBefore } from './past/midnight';
import { slowName } from './slow-today';

/** What is usual is judged by so many days. */
const DAYS = 14;

/** The models that are slower than usual today, as `slowToday` names them. @param now epoch ms */
export function slowerModels(ended: readonly EndedTask[], now: number): string[] {
  const from = midnightBefore(now, DAYS);
  const usualTasks = ended.filter(({ at }) => at >= from);
  const { models } = durationFacts({ tasks: [], sums: [], usualTasks, usualSums: [] }, now);
  return models.flatMap((one) => (one.pace === 'slower' ? slowName(one, one.model) : []));
}
