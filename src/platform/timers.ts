import { scriptUrl } from './script-url';

import workerUrl from './timer-worker.ts?worker&url';

/** One-off timers. */
export interface Timers {
  /** Calls back once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The longest delay of a browser timer; longer ones would fire at once. */
const LONGEST = 2 ** 31 - 1;
/** Each worker timer is backed by one of the page's own, this much later, in ms: a worker can die silently. */
const BEHIND = 2000;

/** The page's own timers, which hidden tabs throttle. */
const plainTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, Math.max(0, Math.min(delayMs, LONGEST)));
    return () => clearTimeout(timer);
  },
};

/** The part of a worker that is used here. */
export type TimerWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

/**
 * Timers kept by a worker. In a hidden tab the page's own timers fire once a second, later once a minute (measured in
 * Chromium 156); a worker's stay accurate to the millisecond. If no worker can start, the page's own are used.
 */
export function workerTimers(worker: TimerWorker | null = startWorker()): Timers {
  if (!worker) return plainTimers;
  const waiting = new Map<number, () => void>();
  let last = 0;
  let broken = false;
  worker.addEventListener('message', (event: MessageEvent<number>) => waiting.get(event.data)?.());
  worker.addEventListener('error', () => {
    // The script was refused or lost. Pending timers are covered by the backups.
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
