import { seeded, type Random } from './random';
import type { Change, Trace } from './traces';

export const KINDS = ['smooth', 'coarse', 'silent', 'veo'] as const;
export type Kind = (typeof KINDS)[number];

/** How a model behaves; several a kind, so that no single habit is what the policy fits. */
interface Style {
  /** Run: median in ms and log-sd; `least` is added to it. */
  median: number;
  spread: number;
  least: number;
  queue: number;
  /** Reported step in percent; 0 keeps decimals. */
  step: number;
  /** Progress as a power of the time gone: 1 is even, below 1 fast at first. */
  bend: number;
  /** How much the pace wanders. */
  wander: number;
  /** Share of the run for which the last number stands still, and that number. */
  hold: number;
  holdAt: number;
  /** Share of the run before the first number moves. */
  late: number;
  /** Chance of one stall in the middle, of a fifth of the run. */
  stall: number;
}

const PLAIN: Style = {
  median: 105_000,
  spread: 0.35,
  least: 0,
  queue: 12_000,
  step: 1,
  bend: 1,
  wander: 0.1,
  hold: 0,
  holdAt: 99,
  late: 0,
  stall: 0,
};

const SMOOTH: Style[] = [
  PLAIN,
  { ...PLAIN, step: 0, wander: 0.03 },
  { ...PLAIN, median: 40_000, least: 68_000, spread: 0.8, queue: 6_000 },
  { ...PLAIN, bend: 0.8, wander: 0.15 },
  { ...PLAIN, bend: 1.2, late: 0.05 },
  { ...PLAIN, hold: 0.04, wander: 0.05, stall: 0.1 },
];

const COARSE: Style[] = [
  { ...PLAIN, step: 10, hold: 0.1, holdAt: 90 },
  { ...PLAIN, step: 20, hold: 0.12, holdAt: 80 },
  { ...PLAIN, step: 25, hold: 0.1, holdAt: 75 },
  { ...PLAIN, step: 10, hold: 0.15, holdAt: 90, wander: 0.15 },
  { ...PLAIN, step: 5, hold: 0.15, holdAt: 95, queue: 30_000 },
];

const SILENT: Style[] = [
  PLAIN,
  { ...PLAIN, spread: 0.25 },
  { ...PLAIN, median: 40_000, least: 68_000, spread: 0.8 },
  { ...PLAIN, median: 160_000, spread: 0.4, queue: 40_000 },
];

/** Generates `count` tasks of a kind, one after another on one key, so that each learns from those before. */
export function generate(kind: Kind, count: number, seed: number): Trace[] {
  const random = seeded(seed + KINDS.indexOf(kind) * 7_919);
  let clock = 0;
  return Array.from({ length: count }, (_, index) => {
    clock += random.between(20_000, 40_000);
    const trace = { connection: 'a', addedAtMs: Math.round(clock), kind };
    if (kind === 'veo') return { ...trace, model: 'veo', changes: veo(trace.addedAtMs, random) };
    const styles = { smooth: SMOOTH, coarse: COARSE, silent: SILENT }[kind];
    const style = styles[index % styles.length] ?? PLAIN;
    const model = `${kind}-${index % styles.length}`;
    return { ...trace, model, changes: counted(trace.addedAtMs, style, random, kind !== 'silent') };
  });
}

/** `count` tasks with numbers, all added at the same moment on one key. */
export function crowd(count: number, seed: number): Trace[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    model: 'crowd',
    connection: 'a',
    addedAtMs: 0,
    kind: 'crowd',
    changes: counted(0, PLAIN, random, true),
  }));
}

/** Three-minute tasks with numbers. */
export function threeMinutes(count: number, seed: number): Trace[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => ({
    model: 'three-minutes',
    connection: 'a',
    addedAtMs: index * 60_000,
    kind: 'three-minutes',
    changes: counted(index * 60_000, { ...PLAIN, median: 168_000, spread: 0.02 }, random, true),
  }));
}

function counted(addedAt: number, style: Style, random: Random, numbers: boolean): Change[] {
  const changes: Change[] = [[addedAt, 'queued', numbers ? 0 : null]];
  const start = addedAt + random.logNormal(style.queue, 0.7);
  const run = Math.max(5_000, style.least + random.logNormal(style.median, style.spread));
  changes.push([Math.round(start), 'in_progress', numbers ? 0 : null]);
  if (numbers) changes.push(...steps(start, run, style, random));
  changes.push([Math.round(start + run), 'completed', numbers ? 100 : null]);
  return changes;
}

function steps(start: number, run: number, style: Style, random: Random): Change[] {
  const hold = style.hold * random.between(0.6, 1.4) * run;
  const late = style.late * random.between(0, 2) * run;
  const stallAt = random.unit() < style.stall ? random.between(0.2, 0.8) : 2;
  const moving = run - hold - late;
  const times = walk(style, stallAt, random);
  const changes: Change[] = [];
  let shown = 0;
  times.forEach((share, index) => {
    const progress = ((index + 1) / times.length) * 100;
    const step = style.step === 0 ? 0.1 : style.step;
    const value = Math.min(style.holdAt, Math.floor(progress / step + 1e-9) * step);
    if (value <= shown || value >= 100) return;
    shown = Math.round(value * 10) / 10;
    changes.push([Math.round(start + late + share * moving), 'in_progress', shown]);
  });
  return changes;
}

/** Share of the moving time at which each of 200 small steps is reached: a pace that wanders, and may stall once. */
function walk(style: Style, stallAt: number, random: Random): number[] {
  const count = 200;
  let pace = 0;
  let sum = 0;
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    pace = 0.97 * pace + style.wander * 0.24 * random.normal();
    const even = ((index + 1) / count) ** (1 / style.bend) - (index / count) ** (1 / style.bend);
    sum += even * Math.exp(pace * 2);
    if (Math.floor(stallAt * count) === index) sum += 0.2;
    times.push(sum);
  }
  return times.map((time) => time / sum);
}

function veo(addedAt: number, random: Random): Change[] {
  const stages = [
    ['pending', 8_000, 0.6],
    ['image_downloading', 5_000, 0.5],
    ['video_generating', 75_000, 0.25],
    ['video_upsampling', 28_000, 0.3],
  ] as const;
  let at = addedAt;
  const changes: Change[] = stages.map(([word, median, spread]) => {
    const change: Change = [Math.round(at), word, null];
    at += random.logNormal(median, spread);
    return change;
  });
  return [...changes, [Math.round(at), 'completed', null]];
}
