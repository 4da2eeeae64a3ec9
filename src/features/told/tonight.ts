import type { CardFacts } from '~/engine/answers/card-of';

/** When the day that a person speaks of ends, in epoch ms: a night until the morning, else today. */
export function restOfDay(now: number): { until: number; isNight: boolean } {
  const time = new Date(now);
  const hour = time.getHours();
  const isNight = hour >= EVENING || hour < MORNING;
  const until = new Date(now);
  until.setHours(isNight ? MORNING : 24, 0, 0, 0);
  if (isNight && hour >= EVENING) until.setDate(until.getDate() + 1);
  return { until: until.getTime(), isNight };
}

const EVENING = 17;
const MORNING = 6;

/** The keys of finished tasks whose link ends before that, and whose video is not kept. @param now epoch ms */
export function expiringKeys(
  finished: readonly CardFacts[],
  isKept: (key: string) => boolean,
  now: number,
): string[] {
  const { until } = restOfDay(now);
  return finished.flatMap(({ key, task }) => {
    const end = task?.video?.kind === 'link' ? (task.expiresAt ?? Infinity) : Infinity;
    return end > now && end <= until && !isKept(key) ? [key] : [];
  });
}
