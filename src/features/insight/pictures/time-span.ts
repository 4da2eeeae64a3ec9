import { isTerminal } from '~/core/task';
import type { BatchBar } from '~/engine/insight/batch-facts';

/** From when to when. Epoch ms. */
export interface Span {
  from: number;
  to: number;
}

/** Some bars may be cut off if they reach so far beyond the others, in ms, */
const FAR = 6 * 3_600_000;
/** … and these get so many times the room, */
const TIMES = 4;
/** … if they are one of so many at most, or a single one; or if they had ended before one began that goes on. */
const ONE_OF = 4;

/**
 * The part of a batch's time that serves most of its bars: one that was made a year ago would leave the others no room.
 * What lies outside is cut off at the edge. @param whole all of its time @param mayEndSooner if nothing goes on
 */
export function spanFor(bars: readonly BatchBar[], whole: Span, mayEndSooner: boolean): Span {
  const from = laterStart(bars, whole);
  const kept = bars.filter((bar) => endOf(bar, whole) >= from);
  return { from, to: mayEndSooner ? soonerEnd(kept, { from, to: whole.to }) : whole.to };
}

/** When a bar ends, as it is drawn. */
function endOf({ from, runningFrom, to, state }: BatchBar, whole: Span): number {
  return to ?? (isTerminal(state) ? (runningFrom ?? from) : whole.to);
}

function laterStart(bars: readonly BatchBar[], whole: Span): number {
  const inOrder = bars.toSorted((a, b) => a.from - b.from);
  // The last one that may be, for of two that are far off both are cut off.
  const cut = inOrder.findLastIndex(({ from }, index) => {
    const before = inOrder[index - 1];
    if (!before || !isFar(whole.to - from, whole.to - before.from)) return false;
    if (mayCut(index, bars.length)) return true;
    const isHistory = (bar: BatchBar): boolean => endOf(bar, whole) < from - FAR;
    const goesOn = inOrder.slice(index).some(({ state }) => !isTerminal(state));
    return goesOn && inOrder.slice(0, index).every(isHistory);
  });
  return inOrder[cut]?.from ?? whole.from;
}

function soonerEnd(bars: readonly BatchBar[], { from, to }: Span): number {
  const ends = bars.map((bar) => endOf(bar, { from, to })).toSorted((a, b) => b - a);
  const cut = ends.findLastIndex((end, index) => {
    const before = ends[index - 1];
    return before !== undefined && isFar(end - from, before - from) && mayCut(index, ends.length);
  });
  return ends[cut] ?? to;
}

/** Whether a line would be so much longer that what is beyond it is better cut off. Both in ms. */
function isFar(line: number, longer: number): boolean {
  return longer - line >= FAR && longer >= TIMES * line;
}

function mayCut(count: number, all: number): boolean {
  return count <= Math.max(1, Math.floor(all / ONE_OF));
}

/** What lies outside of a span: how many bars begin before it, or end after it, and by how much at most, in ms. */
interface Outside {
  count: number;
  ms: number;
}

/** Null without any. */
export function before(bars: readonly BatchBar[], { from }: Span): Outside | null {
  return most(bars.map((bar) => from - bar.from));
}

/** Null without any. */
export function after(bars: readonly BatchBar[], span: Span): Outside | null {
  return most(bars.map((bar) => endOf(bar, span) - span.to));
}

function most(by: readonly number[]): Outside | null {
  const outside = by.filter((ms) => ms > 0);
  return outside.length === 0 ? null : { count: outside.length, ms: Math.max(...outside) };
}
