import { timeoutManager } from '@tanstack/react-query';

import type { Timers } from '~/engine/polling/timers';

/**
 * Makes Query use these timers, which hidden tabs do not throttle. Answers never expire and only the driver asks, so
 * Query times little; but whatever it does time must not wait until the tab is visible. Call before the first query.
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
