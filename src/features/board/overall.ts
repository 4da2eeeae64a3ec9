import { remainingMs, shownProgress } from '~/core/progress';

import type { Entry } from './arrange';

export interface Overall {
  /** Percent of all the work that is done, 0 to 100. */
  percent: number;
  ready: number;
  total: number;
  running: number;
  /** Ms until the last one is ready; null unless every running task gives evidence. */
  leftMs: number | null;
}

/** Where the whole board stands at `now` (epoch ms). What waits for the person counts as done with. */
export function overallOf(entries: readonly Entry[], now: number): Overall {
  const running = entries.filter((entry) => entry.standing === 'running');
  const shares = running.reduce((sum, { answer }) => sum + (shownProgress(answer, now) ?? 0), 0);
  const done = entries.length - running.length;
  const lefts = running.map(({ answer }) => remainingMs(answer, now));
  return {
    percent: entries.length === 0 ? 0 : (done * 100 + shares) / entries.length,
    ready: entries.filter((entry) => entry.standing === 'ready').length,
    total: entries.length,
    running: running.length,
    leftMs: lefts.length > 0 && lefts.every((left) => left !== null) ? Math.max(...lefts) : null,
  };
}
