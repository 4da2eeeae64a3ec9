import { FAILURE_KINDS, FAILURE_REASONS, type FailureKind } from '~/core/failure';

import type { ReasonFacts, ReasonSentence } from './facts';
import type { Left } from './insight-of';
import { countOf } from './past/day-sum';
import { fractionOf } from './shares';

/** Failures of these kinds pass: nothing was wrong with the task. */
const PASSES: ReadonlySet<FailureKind> = new Set(['overload', 'timeout']);
/** Of more that are equally frequent, nobody reads a list. */
const MOST_TIED = 3;

/** Why tasks failed. @param onBoard the marks of those that are on the board */
export function reasonFacts({ tasks, sums }: Left, onBoard: ReadonlySet<number>): ReasonFacts {
  const counts = new Map<FailureKind, { count: number; onBoard: number }>();
  const add = (kind: FailureKind, count: number, shown: number): void => {
    const before = counts.get(kind) ?? { count: 0, onBoard: 0 };
    counts.set(kind, { count: before.count + count, onBoard: before.onBoard + shown });
  };
  for (const { reason, mark } of tasks) {
    if (reason !== null) add(reason, 1, onBoard.has(mark) ? 1 : 0);
  }
  let ended = tasks.length;
  for (const sum of sums) {
    ended += countOf(sum);
    for (const kind of FAILURE_KINDS) if (sum.failed[kind]) add(kind, sum.failed[kind], 0);
  }
  const rows = [...counts]
    .map(([kind, counted]) => ({ kind, reason: FAILURE_REASONS[kind], ...counted }))
    .toSorted((a, b) => last(a.kind) - last(b.kind) || b.count - a.count || order(a.kind, b.kind));
  const failed = rows.reduce((sum, { count }) => sum + count, 0);
  return { failed, rows, says: sentenceOf(rows, failed, ended) };
}

function last(kind: FailureKind): number {
  return kind === 'unknown' ? 1 : 0;
}

function order(a: FailureKind, b: FailureKind): number {
  return FAILURE_KINDS.indexOf(a) - FAILURE_KINDS.indexOf(b);
}

function sentenceOf(rows: ReasonFacts['rows'], failed: number, ended: number): ReasonSentence {
  if (ended === 0) return { kind: 'nothing' };
  if (failed === 0) return { kind: 'none-failed', ended };
  const known = rows.filter(({ kind }) => kind !== 'unknown');
  const [first] = known;
  // Those of which nobody knows why may have any reason: then no known one can be called the most frequent.
  const unknown = failed - known.reduce((sum, { count }) => sum + count, 0);
  if (!first || unknown > first.count) return { kind: 'unsaid', unsaid: unknown, failed };
  const tied = known.filter(({ count }) => count === first.count);
  if (tied.length > 1) {
    const reasons = tied.slice(0, MOST_TIED).map(({ kind }) => kind);
    return tied.length <= MOST_TIED
      ? { kind: 'several', reasons, each: first.count, failed }
      : { kind: 'many', reasons: known.length, failed };
  }
  const { kind: reason, count } = first;
  const part = fractionOf(count, failed);
  return { kind: 'most', reason, count, failed, part, worksAgain: PASSES.has(reason) };
}
