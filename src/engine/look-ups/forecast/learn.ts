import { namesOf, type Entry, type History, type Outcome } from './history';

/** Limits: latest samples of a kind, stages per model, models; at most about 100 kB. */
const SAMPLES = 24;
const STAGES = 10;
const ENTRIES = 60;
/** The longest duration believed, 6 h; longer ones are tasks that were added long after they had ended. */
const LONGEST = 6 * 3_600_000;

/** The history with one more finished task; the entry unused for longest makes room. */
export function learn(history: History, outcome: Outcome): History {
  let entries = history.entries;
  for (const key of namesOf(outcome)) {
    const before = entries.find((entry) => entry.key === key) ?? freshEntry(key);
    entries = [extend(before, outcome), ...entries.filter((entry) => entry.key !== key)];
  }
  return { ...history, entries: entries.toSorted((a, b) => b.usedAt - a.usedAt).slice(0, ENTRIES) };
}

function freshEntry(key: string): Entry {
  return { key, usedAt: 0, running: [], total: [], stages: {}, lineEnd: [] };
}

function extend(entry: Entry, outcome: Outcome): Entry {
  const stages = new Map(Object.entries(entry.stages));
  for (const { word, lasts, toDone } of outcome.stages) {
    const before = stages.get(word) ?? { lasts: [], toDone: [] };
    stages.delete(word);
    stages.set(word, {
      ...before,
      lasts: push(before.lasts, lasts),
      toDone: push(before.toDone, toDone),
    });
  }
  return {
    ...entry,
    usedAt: Number.isFinite(outcome.at) ? Math.max(entry.usedAt, outcome.at) : entry.usedAt,
    running: push(entry.running, outcome.running),
    total: push(entry.total, outcome.total),
    stages: Object.fromEntries([...stages].slice(-STAGES)),
    lineEnd: push(entry.lineEnd, outcome.lineEnd),
  };
}

function push(samples: number[], value: number | null): number[] {
  if (value === null || !(value >= 0 && value <= LONGEST)) return samples;
  return [...samples, Math.round(value)].slice(-SAMPLES);
}
