import { FIXED_SECONDS, fixedRequestsAt, PEERS, replay, spreadOf, type Cost } from './fixed';
import { isEnd, type Simulation, type Watched } from './simulate';
import type { Trace } from './traces';

/** What `--json` prints. */
export interface Report extends Cost {
  /** Our requests as a share of those of a fixed interval with the same mean delay. */
  ratioAtEqualMeanDelay: number | null;
  /** Most requests of one key within any second. */
  peakPerSecond: number;
  /** The same tasks asked at fixed intervals, by seconds. */
  fixed: Record<string, Cost>;
}

export function reportOn(simulation: Simulation): Report {
  const seen = simulation.tasks.filter((task) => task.delay !== null);
  const traces = seen.map(({ trace }) => trace);
  const own = costOf(seen);
  const equal = fixedRequestsAt(traces, isEnd, own.meanDelayMs);
  return {
    ...own,
    ratioAtEqualMeanDelay: equal === null || seen.length === 0 ? null : own.requestsPerTask / equal,
    peakPerSecond: peak(simulation.asked),
    fixed: Object.fromEntries(
      FIXED_SECONDS.map((seconds) => [seconds, replay(traces, isEnd, () => seconds * 1000)]),
    ),
  };
}

export function peersOn(traces: readonly Trace[]): Record<string, Cost> {
  return Object.fromEntries(
    Object.entries(PEERS).map(([name, { gap, requests }]) => [
      name,
      replay(traces, isEnd, gap, requests),
    ]),
  );
}

/** Fairness by Jain's index of the requests each task got, 1 = all alike, and the longest anyone waited its turn. */
export function fairnessOf(tasks: readonly Watched[]): { index: number; longestWaitMs: number } {
  const sum = tasks.reduce((total, { requests }) => total + requests, 0);
  const squares = tasks.reduce((total, { requests }) => total + requests ** 2, 0);
  return {
    index: squares > 0 ? sum ** 2 / (tasks.length * squares) : 1,
    longestWaitMs: Math.max(0, ...tasks.map(({ longestWait }) => longestWait)),
  };
}

function costOf(tasks: readonly Watched[]): Cost {
  const requests = tasks.reduce((sum, task) => sum + task.requests, 0);
  return {
    requestsPerTask: requests / Math.max(1, tasks.length),
    ...spreadOf(tasks.flatMap(({ delay }) => (delay === null ? [] : [delay]))),
  };
}

function peak(asked: Simulation['asked']): number {
  const windows = new Map<string, number[]>();
  let most = 0;
  for (const { at, connection } of asked) {
    const window = (windows.get(connection) ?? []).filter((earlier) => at - earlier < 1000);
    window.push(at);
    windows.set(connection, window);
    most = Math.max(most, window.length);
  }
  return most;
}
