import type { Timers } from '~/platform/timers';

/** Elects the one tab that makes the look-ups for all. */
export interface Leader {
  /** True while this tab may ask and write; check again after every await. */
  mayAct(): boolean;
  /** The leading tab is alive. */
  handleBeat(): void;
  stop(): void;
}

/** What the election needs from the browser. */
interface LeaderOptions {
  timers: Timers;
  /** 0 to 1, so that two tabs do not steal the lock at the same moment. */
  random: () => number;
  /** Null if the browser has no locks; then every tab leads, which is correct but sends more requests. */
  locks: Pick<LockManager, 'request'> | null;
  /** Shared epoch counter: a former leader that wakes up sees that it was replaced before it acts or writes. */
  epochs: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Sends a heartbeat to the other tabs. */
  beat: () => void;
  onChange: (leading: boolean) => void;
}

const LOCK = 'rushes-leader';
const EPOCH = 'rushes-epoch';
/** Interval of the leader's heartbeat, in ms. */
const BEAT_MS = 3000;
/** Each tab's interval differs by up to this share. */
const UNEVEN = 0.1;
/**
 * After this many intervals without a heartbeat, the leader's main thread is taken to hang and the lock is stolen: 12
 * to 17 s. Intervals are counted because after a computer's sleep the clock would make every tab look dead.
 */
const SILENT_BEATS = 4;

/**
 * Leads while it holds a Web Lock. Releases it when the page is frozen or enters the back/forward cache (where the
 * browser would keep it held for ever) and requests it again on waking.
 */
export function startLeader(options: LeaderOptions): Leader {
  const { timers, random, beat, onChange } = options;
  let { locks } = options;
  const reigns = countReigns(options.epochs);
  let leading = false;
  /** Frozen, in the back/forward cache, or stopped for good. */
  let asleep = false;
  let silent = 0;
  /** The current request; results of older ones are ignored. */
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
      // Granted after the page went to sleep, or to a request that was given up.
      if (request !== mine) return undefined;
      held = true;
      return new Promise((resolve) => {
        letGo = resolve;
        step(true);
      });
    };
    // `steal` and `signal` cannot be combined.
    locks
      .request(LOCK, steal ? { steal } : { signal: mine.signal }, hold)
      .catch((error: unknown) => {
        if (request !== mine) return;
        request = null;
        step(false);
        if (!(error instanceof Error && error.name === 'AbortError')) {
          // Locks are not allowed on this page (an opaque origin, a policy): treat it like a browser without them.
          locks = null;
          return apply(false);
        }
        // Another tab stole the lock: queue up again. If it was never held, wait for the next interval.
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

/** Which epoch this tab leads in, and whether another tab has begun a later one. Storage may fail at any time. */
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
      // Full or forbidden: the lock alone decides, as it nearly always does.
    }
  };
  return {
    begin() {
      own = read() + 1;
      write();
    },
    lasts: () => read() <= own,
    /** Writes it again if the storage was cleared. */
    hold() {
      if (read() < own) write();
    },
  };
}
