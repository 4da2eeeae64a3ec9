import type { Timers } from './timers';

/** One tab asks for all. */
export interface Leader {
  /** True while this tab may ask and write: checked again after every wait. */
  mayAct(): boolean;
  /** A sign of life heard from the leading tab. */
  handleBeat(): void;
  stop(): void;
}

export interface LeaderOptions {
  timers: Timers;
  /** 0 to 1, so that two tabs do not take the lock by force at the same moment. */
  random: () => number;
  /** Null where the browser has no locks: then every tab leads, which is correct but asks more. */
  locks: Pick<LockManager, 'request'> | null;
  /** Shared counter of reigns: an old leader that goes on sees that its reign is over before it acts or writes. */
  epochs: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Tells the other tabs that this one is alive. */
  beat: () => void;
  onChange: (leading: boolean) => void;
}

const LOCK = 'rushes-leader';
const EPOCH = 'rushes-epoch';
/** The leader gives a sign of life this often, in ms. */
export const BEAT_MS = 3000;
/** Share by which a tab's own interval differs from it. */
const UNEVEN = 0.1;
/**
 * After so many own intervals without one the lock is taken by force: the leader's main thread hangs. That is 12
 * to 17 s. Counted, not read from a clock: after a computer's sleep everybody has been silent for hours.
 */
export const SILENT_BEATS = 4;

/**
 * Leads while it holds a Web Lock. It lets go by itself when the page is frozen or put into the back/forward
 * cache (the browser would keep the lock there for ever) and asks again when it wakes.
 */
export function startLeader(options: LeaderOptions): Leader {
  const { timers, random, beat, onChange } = options;
  let { locks } = options;
  const reigns = countReigns(options.epochs);
  let leading = false;
  /** Frozen, in the back/forward cache, or stopped for good. */
  let asleep = false;
  let silent = 0;
  /** The request in force: what an older one says no longer counts. */
  let request: AbortController | null = null;
  let letGo = (): void => {};
  let stopBeat = (): void => {};

  const mayAct = (): boolean => leading && (locks === null || reigns.lasts());

  const step = (up: boolean): void => {
    silent = 0;
    if (up === leading) return;
    leading = up;
    if (up) {
      reigns.begin();
      beat();
    }
    onChange(up);
  };

  const release = (): void => {
    request?.abort();
    request = null;
    letGo();
    letGo = () => {};
    step(false);
  };

  const apply = (steal: boolean): void => {
    if (asleep) return;
    if (locks === null) return step(true);
    request?.abort();
    const mine = new AbortController();
    request = mine;
    let held = false;
    const hold = (): Promise<void> | undefined => {
      // Granted to a page that has fallen asleep meanwhile, or to a request that was given up.
      if (request !== mine) return undefined;
      held = true;
      return new Promise((resolve) => {
        letGo = resolve;
        step(true);
      });
    };
    // `steal` and `signal` may not go together.
    locks
      .request(LOCK, steal ? { steal } : { signal: mine.signal }, hold)
      .catch((error: unknown) => {
        if (request !== mine) return;
        request = null;
        step(false);
        if (!(error instanceof Error && error.name === 'AbortError')) {
          // This page may not have locks at all (an opaque origin, a policy): as where there are none.
          locks = null;
          return apply(false);
        }
        // Another tab took it by force: queue up again. One that was never held waits for the next beat.
        if (held) apply(false);
      });
  };

  const go = (): void => {
    stopBeat = timers.after(BEAT_MS * (1 - UNEVEN + 2 * UNEVEN * random()), beats);
  };
  const beats = (): void => {
    go();
    if (asleep) return;
    if (leading && mayAct()) {
      reigns.hold();
      return beat();
    }
    if (leading) release();
    if (request === null) return apply(false);
    silent += 1;
    if (silent <= SILENT_BEATS) return;
    silent = 0;
    apply(true);
  };

  const sleep = (): void => {
    asleep = true;
    release();
  };
  const wake = (): void => {
    asleep = false;
    silent = 0;
    if (!leading && request === null) apply(false);
  };
  const page = typeof document === 'undefined' ? null : document;
  const view = typeof window === 'undefined' ? null : window;
  view?.addEventListener('pagehide', sleep);
  view?.addEventListener('pageshow', wake);
  page?.addEventListener('freeze', sleep);
  page?.addEventListener('resume', wake);

  apply(false);
  go();
  return {
    mayAct,
    handleBeat: () => {
      silent = 0;
    },
    stop() {
      view?.removeEventListener('pagehide', sleep);
      view?.removeEventListener('pageshow', wake);
      page?.removeEventListener('freeze', sleep);
      page?.removeEventListener('resume', wake);
      stopBeat();
      sleep();
    },
  };
}

/** Which reign this tab's is, and whether a later one has begun in another tab. Storage may refuse at any time. */
function countReigns(epochs: LeaderOptions['epochs']) {
  let own = 0;
  const read = (): number => {
    try {
      return Number(epochs?.getItem(EPOCH) ?? 0) || 0;
    } catch {
      return 0;
    }
  };
  const write = (): void => {
    try {
      epochs?.setItem(EPOCH, String(own));
    } catch {
      // Full or forbidden: the lock alone decides, as it does nearly always.
    }
  };
  return {
    begin() {
      own = read() + 1;
      write();
    },
    lasts: () => read() <= own,
    /** Writes it again where the storage was cleared. */
    hold() {
      if (read() < own) write();
    },
  };
}
