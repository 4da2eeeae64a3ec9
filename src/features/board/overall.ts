import type { Standing } from '~/core/standing';
import type { CardFacts } from '~/engine/answers/card-of';
import type { UsualOf } from '~/engine/answers/order';
import { estimate } from '~/engine/look-ups/forecast/estimate';

export interface Overall {
  /** Overall progress in percent, 0 to 100. */
  percent: number;
  ready: number;
  total: number;
  running: number;
  /** Ms until the last one is ready; null unless there is evidence for every task that may still run. */
  leftMs: number | null;
}

/** Progress of the whole board at `now` (epoch ms). Tasks that wait for the person count as done. */
export function overallOf(
  standings: Readonly<Record<Standing, number>>,
  running: Iterable<CardFacts>,
  usualOf: UsualOf,
  now: number,
): Overall {
  const estimates = Array.from(running, ({ answer, tracked }) =>
    estimate(answer, usualOf(tracked), now),
  );
  const shares = estimates.reduce((sum, { shownProgress }) => sum + (shownProgress ?? 0), 0);
  const done = standings.ready + standings.attention;
  const total = done + standings.running + standings.unseen;
  const lefts = estimates.flatMap(({ remainingMs }) => remainingMs?.[1] ?? []);
  const known = lefts.length === estimates.length && standings.unseen === 0;
  return {
    percent: total === 0 ? 0 : (done * 100 + shares) / total,
    ready: standings.ready,
    total,
    running: standings.running,
    leftMs: known && lefts.length > 0 ? Math.max(...lefts) : null,
  };
}
