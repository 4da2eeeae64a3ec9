import { isTerminal } from '~/core/task';
import type { BatchBar, BatchFacts, BatchLane } from '~/engine/insight/batch-facts';

import { spanFor } from './time-span';

/** So much is drawn of a large batch; the table has the rest. */
const MOST_LANES = 30;
const MOST_BARS = 24;
/** No line is shorter. */
const LEAST_MS = 1000;

/** The line of time of a batch: what lies before or after it is cut off. Epoch ms. */
export interface Timeline {
  from: number;
  to: number;
  /** Null once all have ended. */
  now: number | null;
  lanes: readonly BatchLane[];
  /** How many tasks are left out. */
  hidden: number;
}

export function timelineOf({ since, until, now, lanes, says }: BatchFacts): Timeline {
  const bars = lanes.flatMap((lane) => lane.bars);
  const isOver = says.kind === 'over';
  // Long after the last end there is nothing to see.
  const last = bars.reduce((latest, { to }) => Math.max(latest, to ?? since), since);
  const shown = lanes
    .slice(0, MOST_LANES)
    .map((lane) => ({ ...lane, bars: openFirst(lane.bars).slice(0, MOST_BARS) }));
  const drawn = shown.reduce((sum, lane) => sum + lane.bars.length, 0);
  const { from, to } = spanFor(bars, { from: since, to: isOver ? last : until }, isOver);
  return {
    from,
    to: Math.max(from + LEAST_MS, to),
    now: isOver ? null : now,
    lanes: shown,
    hidden: bars.length - drawn,
  };
}

/** Of many, those that go on are the ones to see. */
function openFirst(bars: readonly BatchBar[]): readonly BatchBar[] {
  if (bars.length <= MOST_BARS) return bars;
  return bars.toSorted((a, b) => Number(a.to !== null) - Number(b.to !== null));
}

/**
 * Where the parts of a bar begin and end, as shares of the line: it waits first, then it is made. Where nobody saw it
 * being made, or knows when it ended, the second part is as short as a point.
 */
export function partsOf(
  { from, runningFrom, to, state, isUnclear }: BatchBar,
  line: Timeline,
): { from: number; started: number; to: number } {
  const share = (at: number): number =>
    Math.min(1, Math.max(0, (at - line.from) / (line.to - line.from)));
  const isOpen = to === null && (!isTerminal(state) || isUnclear);
  const end = to ?? (isOpen ? (line.now ?? line.to) : (runningFrom ?? from));
  const started = Math.min(runningFrom ?? end, end);
  return { from: share(from), started: share(started), to: share(end) };
}

/** Whether nobody knows when it ended. */
export function hasNoEnd({ state, to }: BatchBar): boolean {
  return isTerminal(state) && to === null;
}
