import { generate } from '../polling/generate';
import type { Trace } from '../polling/traces';

const TASKS = 40;
const SEED = 16;
/** Many more are generated than are taken: those that are over within what the bench may take, in ms. */
const GENERATED = 400;
const SHORTEST = 40_000;
const LONGEST = 110_000;

/** What all pages watch: a batch with numbers, started together. Times are ms from then. The same each time. */
export function batch(): Map<string, Trace> {
  const traces = generate('smooth', GENERATED, SEED).map(fromItsStart).filter(isShort);
  return new Map(traces.slice(0, TASKS).map((trace, index) => [`video_team_${index}`, trace]));
}

/** ms from the start of the batch. */
export function endOf({ changes }: Trace): number {
  return changes.at(-1)?.[0] ?? 0;
}

function fromItsStart(trace: Trace): Trace {
  const { addedAtMs, changes } = trace;
  return {
    ...trace,
    addedAtMs: 0,
    changes: changes.map(([at, word, progress]) => [at - addedAtMs, word, progress]),
  };
}

function isShort(trace: Trace): boolean {
  const end = endOf(trace);
  return end >= SHORTEST && end <= LONGEST;
}
