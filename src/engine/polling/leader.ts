import type { Timers } from './timers';

/** One tab asks for all. */
export interface Leader {
  /** True while this tab may ask and write: checked again after every wait. */
  mayAct(): boolean;
  /** A sign of life heard from the leading tab. */
  heardBeat(): void;
  stop(): void;
}

export interface LeaderOptions {
  timers: Timers;
  now: () => number;
  /** Null where the browser has no locks: then every tab leads, which is correct but asks more. */
  locks: LockManager | null;
  /** Shared counter of reigns, read synchronously: a thawed old leader sees at once that its reign is over. */
  epochs: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Tells the other tabs that this one is alive. */
  beat: () => void;
  onChange: (leading: boolean) => void;
}

const LOCK = 'rushes-leader';
const EPOCH = 'rushes-epoch';
/** The leader gives a sign of life this often, in ms. */
export const BEAT_MS = 3000;
/** After this long without one, in ms, the lock is taken by force: the leader's main thread hangs. */
export const SILENCE_MS = 12_000;

/**
 * Leads while it holds a Web Lock. It lets go by itself when the page is frozen or put into the back/forward
 * cache (the browser would keep the lock there for ever) and asks again when it wakes.
 */
export function startLeader(options: LeaderOptions): Leader {
  const { timers, now, locks, epochs, beat, onChange } = options;
  let leading = false;
  let epoch = 0;
  let heardAt = now();
  let letGo: (() => void) | null = null;
  let request: AbortController | null = null;
  let stopBeat = (): void => {};
  let stopped = false;

  const readEpoch = (): number => Number(epochs?.getItem(EPOCH) ?? 0) || 0;
  const mayAct = (): boolean => leading && (!locks || !epochs || readEpoch() === epoch);

  const beats = (): void => {
    if (leading) {
      if (mayAct()) beat();
      else step(false);
    } else if (locks && now() - heardAt > SILENCE_MS) {
      heardAt = now();
      apply(true);
    }
    stopBeat = timers.after(BEAT_MS, beats);
  };

  const step = (up: boolean): void => {
    if (up === leading) return;
    leading = up;
    if (up) {
      epoch = readEpoch() + 1;
      epochs?.setItem(EPOCH, String(epoch));
      beat();
    } else {
      heardAt = now();
    }
    onChange(up);
  };

  const release = (): void => {
    request?.abort();
    request = null;
    letGo?.();
    letGo = null;
    step(false);
  };

  const apply = (steal: boolean): void => {
    if (stopped) return;
    if (!locks) return step(true);
    request?.abort();
    const mine = new AbortController();
    request = mine;
    const hold = (): Promise<void> =>
      new Promise((resolve) => {
        letGo = resolve;
        step(true);
      });
    // `steal` and `signal` may not go together.
    locks.request(LOCK, steal ? { steal } : { signal: mine.signal }, hold).catch(() => {
      // Either our own abort, or another tab took the lock by force: queue up again.
      if (request !== mine) return;
      step(false);
      apply(false);
    });
  };

  const sleep = (): void => release();
  const wake = (): void => {
    heardAt = now();
    if (!leading && !request) apply(false);
  };
  const page = typeof document === 'undefined' ? null : document;
  const view = typeof window === 'undefined' ? null : window;
  view?.addEventListener('pagehide', sleep);
  view?.addEventListener('pageshow', wake);
  page?.addEventListener('freeze', sleep);
  page?.addEventListener('resume', wake);

  apply(false);
  stopBeat = timers.after(BEAT_MS, beats);
  return {
    mayAct,
    heardBeat: () => {
      heardAt = now();
    },
    stop() {
      stopped = true;
      stopBeat();
      view?.removeEventListener('pagehide', sleep);
      view?.removeEventListener('pageshow', wake);
      page?.removeEventListener('freeze', sleep);
      page?.removeEventListener('resume', wake);
      release();
    },
  };
}
