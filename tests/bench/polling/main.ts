import { readFileSync } from 'node:fs';

import { FAMILIES, FAMILY_NAMES, generateFamily } from './families';
import { fixedRequestsAt, type Cost } from './fixed';
import { crowd, generate, KINDS, threeMinutes } from './generate';
import { fairnessOf, peersOn, reportOn } from './report';
import { isEnd, simulate } from './simulate';
import { replaySlope, SLOPES } from './slope';
import { readTraces, type Trace } from './traces';

const USAGE = `npm run bench:polling -- [--traces FILE] [--json] [--count N] [--seed N] [--kind NAME[,NAME]]`;

/** Replays traces of a file, or generated ones of every kind, and prints what the policy costs and brings. */
export function main(args: readonly string[]): void {
  if (args.includes('--help')) return console.log(USAGE);
  const file = option(args, '--traces');
  const json = args.includes('--json');
  const count = Number(option(args, '--count') ?? 1_000);
  const seed = Number(option(args, '--seed') ?? 1);
  const only = option(args, '--kind')?.split(',') ?? null;
  const sets = file ? [ofFile(file)] : generated(count, seed);
  const results = sets
    .filter(([name]) => only === null || only.includes(name))
    .map(([name, make]) => {
      const traces = make();
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
    const family: Partial<Record<string, { heldOut: boolean }>> = FAMILIES;
    const mark = family[name]?.heldOut ? ', held out' : '';
    console.log(`\n${name}${mark}: ${traces.length} tasks (${took} ms)`);
    line('Rushes', report, report.ratioAtEqualMeanDelay);
    for (const rule of SLOPES) {
      const { share, least, most } = rule;
      const cost = replaySlope(traces, isEnd, rule);
      const fixed = fixedRequestsAt(traces, isEnd, cost.meanDelayMs);
      const named = `${share} of the time left by the last slope, ${least / 1000} to ${most / 1000} s`;
      line(named, cost, fixed && cost.requestsPerTask / fixed);
    }
    for (const [seconds, cost] of Object.entries(report.fixed)) line(`every ${seconds} s`, cost);
    for (const [peer, cost] of Object.entries(peersOn(traces))) line(peer, cost);
    console.log(
      `  peak ${report.peakPerSecond}/s` +
        ` · fairness ${fair.index.toFixed(2)} · longest wait ${(fair.longestWaitMs / 1000).toFixed(1)} s · never seen ${lost}`,
    );
  }
}

type Set = [name: string, make: () => Trace[]];

function ofFile(file: string): Set {
  return [file, () => readTraces(readFileSync(file, 'utf8'))];
}

function generated(count: number, seed: number): Set[] {
  return [
    ...KINDS.map((kind): Set => [kind, () => generate(kind, count, seed)]),
    ...FAMILY_NAMES.map((name): Set => [name, () => generateFamily(name, count, seed)]),
    ['3 minutes with numbers', () => threeMinutes(count, seed)],
    ['100 at once', () => crowd(100, seed)],
    ['500 at once', () => crowd(500, seed)],
  ];
}

function line(name: string, cost: Cost, ratio: number | null = null): void {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`.padStart(9);
  console.log(
    `  ${name.padEnd(52)}${cost.requestsPerTask.toFixed(1).padStart(7)} requests, delay mean ${seconds(cost.meanDelayMs)}, p95 ${seconds(cost.p95DelayMs)}` +
      (ratio === null ? '' : `, ratio ${ratio.toFixed(3)}`),
  );
}

function option(args: readonly string[], name: string): string | null {
  const index = args.indexOf(name);
  return index < 0 ? null : (args[index + 1] ?? null);
}
