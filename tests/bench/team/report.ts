import type { Met } from './pages';
import type { Upstream } from './upstream';

/** One team that watched the batch. */
export interface Run {
  pages: number;
  /** Whether the relay gave one answer to all. */
  shares: boolean;
  /** From the start of the batch to its last end. */
  seconds: number;
  upstream: Upstream['asked'];
  met: Met;
}

/** What the largest team may cost with sharing on. */
const BOUNDS = {
  pages: 200,
  /** Requests that reach the service, as a multiple of those of one page. */
  mostTimesOnePage: 1.5,
  /** From a task's end to when a page has seen it, on average, in ms. */
  meanDelay: 3_000,
  refused: 0,
  /** How much later than its time the pages' process does anything, in ms: beyond this, they are no people's pages. */
  heldUp: 100,
};

/** All runs, for people and for a decision record. */
export function table(runs: readonly Run[]): string {
  const rows = runs.toSorted(byTeam).map((run) => {
    const { pages, shares, seconds, upstream, met } = run;
    return [
      String(pages),
      shares ? 'on' : 'off',
      (upstream.length / seconds).toFixed(2),
      timesOnePage(run, runs).toFixed(2),
      String(refused(run)),
      (met.asked / seconds).toFixed(1),
      String(met.busy),
      (meanDelay(run) / 1000).toFixed(2),
      (percentile(met.delays, 0.95) / 1000).toFixed(2),
      String(met.neverSeen),
      met.heldUp.toFixed(0),
    ];
  });
  const head = [
    'pages',
    'sharing',
    'service, per s',
    '× one page',
    'its 429s',
    'relay, per s',
    'its 429s',
    'mean delay, s',
    'p95',
    'never seen',
    'held up, ms',
  ];
  const widths = head.map((word, index) =>
    Math.max(...[word, ...rows.map((row) => row[index] ?? '')].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** In words, which bounds are broken. */
export function faultsOf(runs: readonly Run[]): string[] {
  return runs
    .filter(({ pages, shares }) => shares && pages === BOUNDS.pages)
    .flatMap((run) => {
      const times = timesOnePage(run, runs);
      const delay = meanDelay(run);
      return [
        times > BOUNDS.mostTimesOnePage &&
          `${run.pages} pages cost the service ${times.toFixed(2)} times what one does, not ${BOUNDS.mostTimesOnePage}`,
        !(delay <= BOUNDS.meanDelay) &&
          `${run.pages} pages saw ends ${(delay / 1000).toFixed(2)} s late on average, not ${BOUNDS.meanDelay / 1000}`,
        refused(run) > BOUNDS.refused &&
          `the service refused ${refused(run)} look-ups, not ${BOUNDS.refused}`,
        run.met.heldUp > BOUNDS.heldUp &&
          `this machine held up its pages by ${run.met.heldUp.toFixed(0)} ms: it is too busy to be ${run.pages} browsers`,
        run.met.neverSeen > 0 && `${run.met.neverSeen} ends were never seen`,
      ].filter((fault) => fault !== false);
    });
}

function byTeam(one: Run, other: Run): number {
  return Number(other.shares) - Number(one.shares) || one.pages - other.pages;
}

function refused({ upstream }: Run): number {
  return upstream.filter((one) => one.refused).length;
}

function timesOnePage({ upstream, shares }: Run, runs: readonly Run[]): number {
  const one = runs.find((run) => run.pages === 1 && run.shares === shares);
  return upstream.length / (one?.upstream.length ?? Number.NaN);
}

function meanDelay({ met: { delays } }: Run): number {
  return delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
