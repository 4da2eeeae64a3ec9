/** What an observer asking at that moment would see, from `atMs` on. */
export type Change = readonly [atMs: number, word: string, progress: number | null];

/** One recorded or generated task. Times are ms of one clock for the whole file. */
export interface Trace {
  model: string;
  connection: string;
  addedAtMs: number;
  changes: readonly Change[];
  /** Its kind, where the generator made it. */
  kind?: string;
}

/** Reads a trace file. Throws in plain words when it is none. */
export function readTraces(text: string): Trace[] {
  const file = JSON.parse(text) as { tasks?: unknown };
  if (!Array.isArray(file.tasks)) throw new Error('a trace file is {"tasks": [...]}');
  return file.tasks.map((task, index) => readTrace(task as Partial<Trace>, index));
}

function readTrace(task: Partial<Trace>, index: number): Trace {
  const { model = 'unknown', connection = 'a', addedAtMs, changes } = task;
  if (typeof addedAtMs !== 'number' || !Array.isArray(changes) || changes.length === 0) {
    throw new Error(`task ${index} needs addedAtMs and changes`);
  }
  const rows = (changes as Change[]).toSorted((a, b) => a[0] - b[0]);
  return { model, connection, addedAtMs, changes: rows };
}

/** What is seen at `now`; before the first change the task waits. */
export function seenAt(trace: Trace, now: number): Change {
  let low = 0;
  let high = trace.changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trace.changes[middle]?.[0] ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return trace.changes[low - 1] ?? [now, trace.changes[0]?.[1] ?? 'queued', null];
}

/** When it ended, as the reader reads its words; null when it never does. */
export function endOf(trace: Trace, isEnd: (word: string) => boolean): number | null {
  return trace.changes.find(([, word]) => isEnd(word))?.[0] ?? null;
}
