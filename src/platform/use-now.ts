import { useSyncExternalStore } from 'react';

/**
 * The time in epoch ms, updated every `intervalMs`. All callers with the same interval share a timer, and none runs
 * while the page is hidden.
 */
export function useNow(intervalMs = 1000): number {
  const ticker = tickerOf(intervalMs);
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}

interface Ticker {
  subscribe: (listener: () => void) => () => void;
  now: () => number;
}

const tickers = new Map<number, Ticker>();

function tickerOf(intervalMs: number): Ticker {
  const known = tickers.get(intervalMs);
  if (known) return known;
  const made = createTicker(intervalMs);
  tickers.set(intervalMs, made);
  return made;
}

function createTicker(intervalMs: number): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = Date.now();

  const isOld = (): boolean => Math.abs(Date.now() - now) >= intervalMs;
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  const adjust = (): void => {
    clearInterval(timer);
    timer = undefined;
    if (document.hidden) return;
    timer = setInterval(tick, intervalMs);
    // Otherwise what has just been rendered would render again.
    if (isOld()) tick();
  };
  return {
    now: () => {
      if (listeners.size === 0 && isOld()) now = Date.now();
      return now;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        document.addEventListener('visibilitychange', adjust);
        adjust();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        document.removeEventListener('visibilitychange', adjust);
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
