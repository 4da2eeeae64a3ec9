export interface Timers {
  /** Calls back once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** Longest delay a browser's timer keeps to; longer ones would fire at once. */
const LONGEST = 2 ** 31 - 1;

export const plainTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(delayMs, LONGEST));
    return () => clearTimeout(timer);
  },
};

/**
 * Timers kept by a worker. In a hidden tab the page's own timers fire once a second, later once a minute
 * (measured on Chromium 156); a worker's go on to the millisecond. Where no worker may start, the page's own.
 */
export function workerTimers(): Timers {
  const worker = startWorker();
  if (!worker) return plainTimers;
  const waiting = new Map<number, () => void>();
  let last = 0;
  let broken = false;
  const fire = (id: number): void => {
    const run = waiting.get(id);
    waiting.delete(id);
    run?.();
  };
  worker.addEventListener('message', (event: MessageEvent<number>) => fire(event.data));
  worker.addEventListener('error', () => {
    // The script was refused or lost: nothing that waits may be forgotten.
    broken = true;
    for (const id of waiting.keys()) plainTimers.after(0, () => fire(id));
  });
  return {
    after(delayMs, run) {
      if (broken) return plainTimers.after(delayMs, run);
      const id = ++last;
      waiting.set(id, run);
      worker.postMessage([id, Math.max(0, Math.min(delayMs, LONGEST))]);
      return () => {
        if (waiting.delete(id)) worker.postMessage([id, null]);
      };
    },
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./timer-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
