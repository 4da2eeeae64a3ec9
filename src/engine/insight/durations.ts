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
  const models = groups
    .map(modelOf)
    .toSorted((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1));
  return { models, says: sentenceOf(models, left.usualDays) };
}

function nameOf({ base, model }: ModelDurations): string {
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

function modelOf(group: Group): ModelDurations {
  const { base, model, count } = group;
  const { seconds, isAlike, past, today, binned } = comparedIn(group);
  past.sort(byEnd);
  today.sort(byEnd);
  const took = today.map(({ tookMs }) => tookMs);
  const p50Ms = medianOf(took);
  const usual = usualOf(past, binned);
  const pace = isAlike ? paceOf(past, today) : 'unsure';
  return {
    base,
    model,
    seconds,
    count,
    usual,
    bins: binsOf(past, binned),
    todayMs: took.slice(-MOST_DOTS),
    today: p50Ms === null ? null : { p50Ms, count: took.length },
    pace: isSaid(pace, usual?.p50Ms ?? 0, p50Ms ?? 0) ? pace : 'unsure',
  };
}

/** With the durations of folded days, which the test of ranks does not know, what is usual may be another. */
function isSaid(pace: Pace, usualMs: number, todayMs: number): boolean {
  if (pace === 'slower') return aboutMs(todayMs) > aboutMs(usualMs);
  return pace !== 'faster' || aboutMs(todayMs) < aboutMs(usualMs);
}

function byEnd(a: Timed, b: Timed): number {
  return a.at - b.at;
}

type Compared = Pick<Group, 'past' | 'today' | 'binned'> & {
  seconds: number | null;
  /** They can be compared: they have the same length, as far as known. */
  isAlike: boolean;
};

/**
 * Longer videos take longer: a day of them is no slow day. Where lengths differ, those of today's most frequent one are
 * compared or, from too few, none.
 */
function comparedIn({ past, today, binned }: Group): Compared {
  const lengths = new Map<number | null, number>();
  for (const { seconds } of today) lengths.set(seconds, (lengths.get(seconds) ?? 0) + 1);
  const [most] = [...lengths].toSorted(([, a], [, b]) => b - a);
  const isOne = ({ seconds }: Timed): boolean => seconds === most?.[0];
  const alike = past.filter(isOne);
  if (most === undefined || (alike.length === past.length && lengths.size === 1))
    return { past, today, binned, seconds: null, isAlike: true };
  if (alike.length < ENOUGH_USUAL) return { past, today, binned, seconds: null, isAlike: false };
  // How long those in the bins were is not known any more.
  const rest = { binned: new Map<number, number>(), seconds: most[0], isAlike: true };
  return { past: alike, today: today.filter(isOne), ...rest };
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

function sentenceOf(models: readonly ModelDurations[], usualDays: number | null): DurationSentence {
  if (models.length === 0) return { kind: 'nothing' };
  const known = models.filter(({ usual }) => usual !== null).length;
  const of = (pace: Pace): number => models.filter((one) => one.pace === pace).length;
  const unusual = models.flatMap(({ base, model, pace, usual, today }) => {
    if ((pace !== 'slower' && pace !== 'faster') || usual === null || today === null) return [];
    const about = { aboutTodayMs: aboutMs(today.p50Ms), aboutUsualMs: aboutMs(usual.p50Ms) };
    return [{ base, model, pace, ...about, count: today.count }];
  });
  const [asUsual, unsure] = [of('usual'), of('unsure')];
  if (unusual.length > 0) return { kind: 'unusual', models: unusual, asUsual, unsure };
  if (asUsual > 0) return { kind: 'as-usual', asUsual, unsure };
  if (known > 0) return { kind: 'usual-only', models: known };
  const count = Math.max(...models.map(({ bins }) => pastIn(bins)));
  // Today is one of them, and is judged by the others.
  const days = usualDays === null ? null : usualDays - 1;
  return { kind: 'too-few', count, needed: ENOUGH_USUAL, days };
}

function pastIn(bins: ModelDurations['bins']): number {
  return bins.reduce((sum, { count }) => sum + count, 0);
}
