import { timeoutManager } from '@tanstack/react-query';

import type { Timers } from '~/engine/polling/timers';

/**
 * Lets Query measure time by these timers, which hidden tabs do not slow down. Answers never expire here and only
 * the driver asks, so Query has little to time; but whatever it times must not wait for a person to look.
 * To be called before the first query exists.
 */
export function timeQueryBy(timers: Timers): void {
  let last = 0;
  const stops = new Map<number, () => void>();
  const stop = (id: unknown): void => {
    stops.get(Number(id))?.();
    stops.delete(Number(id));
  };
  timeoutManager.setTimeoutProvider({
    setTimeout(run, delay) {
      const id = ++last;
      const fire = (): void => {
        stops.delete(id);
        run();
      };
      stops.set(id, timers.after(delay, fire));
      return id;
    },
    clearTimeout: stop,
    setInterval(run, delay) {
      const id = ++last;
      const fire = (): void => {
        stops.set(id, timers.after(delay, fire));
        run();
      };
      stops.set(id, timers.after(delay, fire));
      return id;
    },
    clearInterval: stop,
  });
}
