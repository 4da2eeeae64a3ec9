import { readFileSync } from 'node:fs';

import { crowd, generate, KINDS, threeMinutes } from './generate';
import { fairnessOf, peersOn, reportOn } from './report';
import { simulate } from './simulate';
import { readTraces, type Trace } from './traces';

const USAGE = `npm run bench:polling -- [--traces FILE] [--json] [--count N] [--seed N] [--kind NAME]`;

/** Replays traces of a file, or generated ones of every kind, and prints what the policy costs and brings. */
export function main(args: readonly string[]): void {
  if (args.includes('--help')) return console.log(USAGE);
  const file = option(args, '--traces');
  const json = args.includes('--json');
  const count = Number(option(args, '--count') ?? 1_000);
  const seed = Number(option(args, '--seed') ?? 1);
  const sets: [string, Trace[]][] = file
    ? [[file, readTraces(readFileSync(file, 'utf8'))]]
    : [
        ...KINDS.map((kind): [string, Trace[]] => [kind, generate(kind, count, seed)]),
        ['3 minutes, numbers', threeMinutes(count, seed)],
        ['100 at once', crowd(100, seed)],
        ['500 at once', crowd(500, seed)],
      ];
  const only = option(args, '--kind');
  const results = sets
    .filter(([name]) => only === null || name === only)
    .map(([name, traces]) => {
      const began = Date.now();
      const simulation = simulate(traces);
      return { name, traces, simulation, report: reportOn(simulation), took: Date.now() - began };
    });
  if (json) {
    const [first] = results;
    const kinds = Object.fromEntries(results.map(({ name, report }) => [name, report]));
    return console.log(JSON.stringify(file ? first?.report : { ...first?.report, kinds }, null, 2));
  }
  for (const { name, traces, simulation, report, took } of results) {
    const fair = fairnessOf(simulation.tasks);
    const lost = simulation.tasks.filter(({ delay }) => delay === null).length;
    console.log(`\n${name}: ${traces.length} tasks (${took} ms)`);
    line('Rushes', report);
    for (const [seconds, cost] of Object.entries(report.fixed)) line(`every ${seconds} s`, cost);
    for (const [peer, cost] of Object.entries(peersOn(traces))) line(peer, cost);
    console.log(
      `  ratio at equal mean delay ${report.ratioAtEqualMeanDelay?.toFixed(3) ?? 'none'} · peak ${report.peakPerSecond}/s` +
        ` · fairness ${fair.index.toFixed(2)} · longest wait ${(fair.longestWaitMs / 1000).toFixed(1)} s · never seen ${lost}`,
    );
  }
}

function line(
  name: string,
  cost: { requestsPerTask: number; meanDelayMs: number; p95DelayMs: number },
): void {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`.padStart(9);
  console.log(
    `  ${name.padEnd(52)}${cost.requestsPerTask.toFixed(1).padStart(7)} requests, delay mean ${seconds(cost.meanDelayMs)}, p95 ${seconds(cost.p95DelayMs)}`,
  );
}

function option(args: readonly string[], name: string): string | null {
  const index = args.indexOf(name);
  return index < 0 ? null : (args[index + 1] ?? null);
}
