import type { CardFacts } from '~/engine/answers/card-of';

/** Links that expire within this time, in ms, are mentioned above the board. */
export const LAST_HOUR_MS = 3_600_000;

/**
 * Finished tasks whose link is in its last hour and whose video has not been kept.
 * @param now epoch ms
 */
export function expiringSoon(
  finished: readonly CardFacts[],
  isKept: (key: string) => boolean,
  now: number,
): CardFacts[] {
  return finished.filter(({ key, task }) => {
    if (task?.state !== 'completed' || task.video?.kind !== 'link') return false;
    const left = (task.expiresAt ?? Infinity) - now;
    return left > 0 && left <= LAST_HOUR_MS && !isKept(key);
  });
}
