import { scriptUrl } from '~/core/script-url';

import workerUrl from './timer-worker.ts?worker&url';

export interface Timers {
  /** Calls back once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** Longest delay a browser's timer keeps to; longer ones would fire at once. */
const LONGEST = 2 ** 31 - 1;
/** The page's own timer stands behind each of the worker's, so much later, in ms: a worker can die without a word. */
const BEHIND = 2000;

export const plainTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, Math.max(0, Math.min(delayMs, LONGEST)));
    return () => clearTimeout(timer);
  },
};

/** As much of a worker as is needed here. */
export type TimerWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

/**
 * Timers kept by a worker. In a hidden tab the page's own timers fire once a second, later once a minute
 * (measured on Chromium 156); a worker's go on to the millisecond. Where no worker may start, the page's own.
 */
export function workerTimers(worker: TimerWorker | null = startWorker()): Timers {
  if (!worker) return plainTimers;
  const waiting = new Map<number, () => void>();
  let last = 0;
  let broken = false;
  worker.addEventListener('message', (event: MessageEvent<number>) => waiting.get(event.data)?.());
  worker.addEventListener('error', () => {
    // The script was refused or lost. What waits is kept by the timers behind.
    broken = true;
  });
  return {
    after(delayMs, run) {
      if (broken) return plainTimers.after(delayMs, run);
      const id = ++last;
      const delay = Math.max(0, Math.min(delayMs, LONGEST));
      const fire = (): void => {
        stopBehind();
        if (waiting.delete(id)) run();
      };
      const stopBehind = plainTimers.after(delay + BEHIND, fire);
      waiting.set(id, fire);
      worker.postMessage([id, delay]);
      return () => {
        stopBehind();
        if (waiting.delete(id)) worker.postMessage([id, null]);
      };
    },
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(scriptUrl(workerUrl), { type: 'module' });
  } catch {
    return null;
  }
}
