import { estimate } from '~/engine/look-ups/forecast/estimate';

import type { Entry } from '~/engine/answers/arrange';

export interface Overall {
  /** Overall progress in percent, 0 to 100. */
  percent: number;
  ready: number;
  total: number;
  running: number;
  /** Ms until the last one is ready; null unless there is evidence for every running task. */
  leftMs: number | null;
}

/** Progress of the whole board at `now` (epoch ms). Tasks that wait for the person count as done. */
export function overallOf(entries: readonly Entry[], now: number): Overall {
  const running = entries.filter((entry) => entry.standing === 'running');
  const estimates = running.map(({ answer, usual }) => estimate(answer, usual, now));
  const shares = estimates.reduce((sum, { shownProgress }) => sum + (shownProgress ?? 0), 0);
  const done = entries.length - running.length;
  const lefts = estimates.map(({ remainingMs }) => remainingMs?.[1] ?? null);
  return {
    percent: entries.length === 0 ? 0 : (done * 100 + shares) / entries.length,
    ready: entries.filter((entry) => entry.standing === 'ready').length,
    total: entries.length,
    running: running.length,
    leftMs: lefts.length > 0 && lefts.every((left) => left !== null) ? Math.max(...lefts) : null,
  };
}
