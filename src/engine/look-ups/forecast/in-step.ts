/** The shortest step, in ms: for two to three seconds a relay gives the same answer. */
const SHORTEST = 3_000;
/** Before this share of it, the answer would be the same. */
const ENOUGH = 2 / 3;
/** Each step is twice the one before, so that moments of a long one are moments of all shorter ones; this is the longest. */
const MOST = 2 ** 5;
/** A step is at most so many times as long as the wait. With 1 or 2, `npm run bench:team` shows more requests, or delay. */
const COARSE = 1.5;

/**
 * Pages behind one relay ask about a task at the same moments, so that one request to its service is for all of them,
 * although each page plans by itself. A look-up that is due `afterMs` after `from` goes to the nearest of these moments,
 * in epoch ms; the longer the wait, the further apart they are.
 */
export function inStep(taskId: string, from: number, afterMs: number): number {
  if (afterMs <= 0) return from + afterMs;
  const times = 2 ** Math.floor(Math.log2(Math.max(1, (COARSE * afterMs) / SHORTEST)));
  const step = SHORTEST * Math.min(MOST, times);
  const first = Math.round(placeOf(taskId) * SHORTEST * MOST);
  const moment = (at: number, round: (value: number) => number): number =>
    first + round((at - first) / step) * step;
  const soonest = moment(from + SHORTEST * ENOUGH, Math.ceil);
  return Math.max(soonest, moment(from + afterMs, Math.round));
}

/** 0 to 1, the same on every page; spread out, or all tasks would be asked about at once. It is FNV-1a. */
function placeOf(taskId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < taskId.length; index += 1)
    hash = Math.imul(hash ^ taskId.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
