import * as v from 'valibot';

/** How long something usually takes, in ms, from `count` earlier tasks. */
export interface Quantiles {
  p10: number;
  p50: number;
  p90: number;
  count: number;
}

/** One stage of a model, by status word: how long it lasts, and how long from its start to the end. */
interface StageDurations {
  lasts: Quantiles | null;
  toDone: Quantiles | null;
}

/** What this browser has learnt about similar tasks. */
export interface Durations {
  /** From the first running answer to the end. */
  running: Quantiles | null;
  /** From submission (as far as known) to the end. */
  total: Quantiles | null;
  stages: Record<string, StageDurations>;
  /** Where the straight line through the numbers was at the end, in percent. */
  lineEnd: Quantiles | null;
}

/** What makes tasks similar: service, model and length. */
export interface HistoryKey {
  base: string;
  model: string | null;
  /** Duration of the video in seconds. */
  seconds: number | null;
}

/** One finished task. Times in ms, null if not observed. */
export interface Outcome extends HistoryKey {
  at: number;
  running: number | null;
  total: number | null;
  stages: { word: string; lasts: number | null; toDone: number | null }[];
  /** Percent; null if no numbers were seen. */
  lineEnd: number | null;
}

const sample = v.array(v.pipe(v.number(), v.finite(), v.minValue(0)));
const entrySchema = v.looseObject({
  key: v.string(),
  usedAt: v.number(),
  running: sample,
  total: sample,
  stages: v.record(v.string(), v.looseObject({ lasts: sample, toDone: sample })),
  lineEnd: sample,
});

/** The stored row. Loose, so that what a newer build has learnt besides stays in it. */
export const historySchema = v.looseObject({
  entries: v.pipe(v.array(entrySchema), v.maxLength(200)),
});
/** Learnt durations of all services. */
export type History = v.InferOutput<typeof historySchema>;
export type Entry = v.InferOutput<typeof entrySchema>;

/** Nothing learnt yet. */
export const NO_HISTORY: History = { entries: [] };

/** Usual durations for this length, or else this model, or else this service; null if nothing is known. */
export function usual(history: History, key: HistoryKey): Durations | null {
  const names = namesOf(key);
  const found = names.flatMap((name) => history.entries.find((entry) => entry.key === name) ?? []);
  const best = found.find((entry) => sizeOf(entry) >= ENOUGH) ?? found[0];
  return best ? summarise(best) : null;
}

/** Number of tasks from which the narrower entry is preferred to the broader one. */
const ENOUGH = 3;

function sizeOf(entry: Entry): number {
  return Math.max(entry.running.length, entry.total.length);
}

/** Names of a task's entries, narrowest first. */
export function namesOf({ base, model, seconds }: HistoryKey): string[] {
  const name = (parts: (string | number)[]): string => JSON.stringify(parts).slice(0, 300);
  const names = [name([base])];
  if (model !== null) names.unshift(name([base, model]));
  if (model !== null && seconds !== null) names.unshift(name([base, model, seconds]));
  return names;
}

const summaries = new WeakMap<Entry, Durations>();

/** The same object until something new is learnt, so that results based on it can be cached. */
function summarise(entry: Entry): Durations {
  const before = summaries.get(entry);
  if (before) return before;
  const durations = durationsOf(entry);
  summaries.set(entry, durations);
  return durations;
}

function durationsOf(entry: Entry): Durations {
  return {
    running: quantiles(entry.running),
    total: quantiles(entry.total),
    lineEnd: quantiles(entry.lineEnd),
    stages: Object.fromEntries(
      Object.entries(entry.stages).map(([word, { lasts, toDone }]) => [
        word,
        { lasts: quantiles(lasts), toDone: quantiles(toDone) },
      ]),
    ),
  };
}

function quantiles(samples: number[]): Quantiles | null {
  if (samples.length === 0) return null;
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? 0;
    return Math.round(low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low));
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), count: sorted.length };
}
