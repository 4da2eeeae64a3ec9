import type { EndedTask } from './ended-task';
import type { DurationFacts, DurationSentence, ModelDurations, Pace } from './facts';
import type { Left } from './insight-of';
import { aboutMs, paceOf } from './pace';
import { binOf, edgesOf, middleOf } from './past/bins';
import { midnightOf } from './past/midnight';
import { fromLeast, medianOf, quantilesOf } from './quantiles';

/** From so many past videos on it can be said what is usual. */
const ENOUGH_USUAL = 10;
/** Of more dots nobody sees each. */
const MOST_DOTS = 200;

/** A finished video whose duration is known. */
type Timed = EndedTask & { tookMs: number };

/** One model at one service. */
interface Group {
  base: string;
  model: string | null;
  /** Within the filter's time, today's too. */
  count: number;
  past: Timed[];
  today: Timed[];
  /** Past ones of which only the bin is known. */
  binned: Map<number, number>;
}

/** How long each model takes. @param now epoch ms */
export function durationFacts(left: Left, now: number): DurationFacts {
  const groups = groupsOf(left, midnightOf(now));
  const made = groups
    .map(modelOf)
    .toSorted((a, b) => b.shown.count - a.shown.count || (nameOf(a) < nameOf(b) ? -1 : 1));
  return { models: made.map(({ shown }) => shown), says: sentenceOf(made) };
}

function nameOf({ shown: { base, model } }: Made): string {
  return `${model ?? ''} ${base}`;
}

function groupsOf({ tasks, sums, usualTasks, usualSums }: Left, today: number): readonly Group[] {
  // Not by one text for both: to make 100,000 of them takes longer than all the rest.
  const services = new Map<string, Map<string | null, Group>>();
  const groupAt = ({ base, model }: { base: string; model: string | null }): Group => {
    const models = services.get(base) ?? new Map<string | null, Group>();
    services.set(base, models);
    const group = models.get(model) ?? newGroup(base, model);
    models.set(model, group);
    return group;
  };
  const isTimed = (task: EndedTask): task is Timed => task.end === 'ready' && task.tookMs !== null;
  for (const task of tasks) if (isTimed(task)) groupAt(task).count += 1;
  for (const sum of sums) {
    for (const [, count] of sum.took) groupAt(sum).count += count;
  }
  for (const task of usualTasks) {
    if (isTimed(task)) groupAt(task)[task.at >= today ? 'today' : 'past'].push(task);
  }
  for (const sum of usualSums) {
    const { binned } = groupAt(sum);
    for (const [bin, count] of sum.took) binned.set(bin, (binned.get(bin) ?? 0) + count);
  }
  const groups = [...services.values()].flatMap((models) => [...models.values()]);
  // A sum of failures alone has made one, too.
  return groups.filter(({ count, past, today, binned }) =>
    Boolean(count + past.length + today.length + binned.size),
  );
}

function newGroup(base: string, model: string | null): Group {
  return { base, model, count: 0, past: [], today: [], binned: new Map() };
}

interface Made {
  shown: ModelDurations;
  /** What is compared: today's videos of the most frequent length, and past ones as long. */
  alike: { todayMs: number; usualMs: number; count: number } | null;
}

function modelOf({ base, model, count, past, today, binned }: Group): Made {
  past.sort(byEnd);
  today.sort(byEnd);
  const alike = alikeOf(past, today);
  const took = today.map(({ tookMs }) => tookMs);
  const p50Ms = medianOf(took);
  const todayMs = medianOf(alike.today.map(({ tookMs }) => tookMs));
  const usualMs = medianOf(alike.past.map(({ tookMs }) => tookMs));
  return {
    shown: {
      base,
      model,
      count,
      usual: usualOf(past, binned),
      bins: binsOf(past, binned),
      todayMs: took.slice(-MOST_DOTS),
      today: p50Ms === null ? null : { p50Ms, count: took.length },
      pace: paceOf(alike.past, alike.today),
    },
    alike:
      todayMs === null || usualMs === null ? null : { todayMs, usualMs, count: alike.today.length },
  };
}

function byEnd(a: Timed, b: Timed): number {
  return a.at - b.at;
}

/** Longer videos take longer: a day of them is no slow day. */
function alikeOf(past: readonly Timed[], today: readonly Timed[]): Pick<Group, 'past' | 'today'> {
  const lengths = new Map<number | null, number>();
  for (const { seconds } of today) lengths.set(seconds, (lengths.get(seconds) ?? 0) + 1);
  const [most] = [...lengths].toSorted(([, a], [, b]) => b - a);
  const isAlike = ({ seconds }: Timed): boolean => seconds === most?.[0];
  return { past: past.filter(isAlike), today: today.filter(isAlike) };
}

function usualOf(
  past: readonly Timed[],
  binned: ReadonlyMap<number, number>,
): ModelDurations['usual'] {
  let inBins = 0;
  for (const some of binned.values()) inBins += some;
  const count = past.length + inBins;
  if (count < ENOUGH_USUAL) return null;
  const all = past.map(({ tookMs }) => tookMs);
  // A file may claim any number: of more than can be seen, the shares count.
  const per = Math.max(1, inBins / MOST_BINNED);
  for (const [bin, some] of binned) {
    for (let each = 0; each < some; each += per) all.push(middleOf(bin));
  }
  const [p10Ms = 0, p50Ms = 0, p90Ms = 0] = quantilesOf(fromLeast(all), [0.1, 0.5, 0.9]);
  return { p10Ms, p50Ms, p90Ms, count };
}

const MOST_BINNED = 100_000;

function binsOf(
  past: readonly Timed[],
  binned: ReadonlyMap<number, number>,
): ModelDurations['bins'] {
  const counts = new Map(binned);
  for (const { tookMs } of past) {
    const bin = binOf(tookMs);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const used = [...counts.keys()];
  if (used.length === 0) return [];
  const first = Math.min(...used);
  return Array.from({ length: Math.max(...used) - first + 1 }, (_, index) => {
    const [fromMs, toMs] = edgesOf(first + index);
    return { fromMs, toMs, count: counts.get(first + index) ?? 0 };
  });
}

function sentenceOf(made: readonly Made[]): DurationSentence {
  const models = made.map(({ shown }) => shown);
  if (models.length === 0) return { kind: 'nothing' };
  const known = models.filter(({ usual }) => usual !== null).length;
  const of = (pace: Pace): number => models.filter((one) => one.pace === pace).length;
  const unusual = made.flatMap(({ shown: { base, model, pace }, alike }) => {
    if ((pace !== 'slower' && pace !== 'faster') || !alike) return [];
    const { todayMs, usualMs, count } = alike;
    const about = { aboutTodayMs: aboutMs(todayMs), aboutUsualMs: aboutMs(usualMs) };
    return [{ base, model, pace, ...about, count }];
  });
  const [asUsual, unsure] = [of('usual'), of('unsure')];
  if (unusual.length > 0) return { kind: 'unusual', models: unusual, asUsual, unsure };
  if (asUsual > 0) return { kind: 'as-usual', asUsual, unsure };
  if (known > 0) return { kind: 'usual-only', models: known };
  const count = Math.max(...models.map((one) => one.count));
  return { kind: 'too-few', count, needed: ENOUGH_USUAL };
}
