import type { LookUpProblem } from '~/core/task';

/** Tells a service that is down from a task that fails alone, and finds out when the service is back. */
interface Outages {
  /**
   * A look-up got nothing from the service. Returns how long until the same task is to ask again to find out whether
   * the service is back, in ms; null if another task does that, or if it may be the task's own trouble.
   */
  failed(base: string, failure: Failure): number | null;
  /** The service answered this task. True if it had been down: whatever waits for it may ask. */
  answered(base: string, key: string): boolean;
}

interface Failure {
  key: string;
  problem: LookUpProblem;
  /** No other task of the service is looked up. */
  isOnly: boolean;
  /** The service has ever answered one of its tasks, in this browser. */
  hasAnswered: boolean;
  /** Epoch ms. */
  now: number;
}

/**
 * How often a service that is down is asked whether it is back, in ms: one look-up a second, so that its return is seen
 * within one. It is a fifth of what one key may ask while all is well.
 */
const PROBE_MS = 900;
/** One that never answered may never do so: it is asked after this share of the time that this is known, in ms at most. */
const LATE_SHARE = 1 / 120;
const LATEST = 60_000;
/** One task may fail alone; a second one, before anything else is answered, shows that the service is down. */
const SEVERAL = 2;

interface Service {
  /** Epoch ms of the first failure since the last answer; null if there is none. */
  since: number | null;
  failed: Set<string>;
  /** The one task that finds out when the service is back. */
  scout: string | null;
  /** Those that were let go when it was back, and not asked since. */
  released: Set<string>;
  /** Failed at once when they were let go: it is not the service. */
  alone: Set<string>;
}

/** Pure bookkeeping, one entry per service that ever failed. @param isTracked whether a task is still on the board */
export function createOutages(isTracked: (key: string) => boolean): Outages {
  const services = new Map<string, Service>();
  const isDown = ({ failed }: Service): boolean => failed.size >= SEVERAL;
  return {
    failed(base, { key, problem, isOnly, hasAnswered, now }) {
      const service = services.get(base) ?? fresh();
      services.set(base, service);
      if (service.released.delete(key)) service.alone.add(key);
      if (service.alone.has(key)) return null;
      service.since ??= now;
      service.failed.add(key);
      // With a single task, and nothing heard at all, it is for that one to find out.
      if (!isDown(service) && !(isOnly && problem.kind !== 'server')) return null;
      if (service.scout === null || !isTracked(service.scout)) service.scout = key;
      if (service.scout !== key) return null;
      const late = hasAnswered ? 0 : Math.max(0, now - service.since) * LATE_SHARE;
      return Math.max(problem.retryAfterMs ?? 0, PROBE_MS, Math.min(LATEST, late));
    },
    answered(base, key) {
      const service = services.get(base);
      if (!service) return false;
      service.alone.delete(key);
      service.released.delete(key);
      if (service.since === null) return false;
      const wasDown = isDown(service);
      if (wasDown)
        for (const other of service.failed) if (other !== key) service.released.add(other);
      Object.assign(service, { since: null, failed: new Set(), scout: null });
      return wasDown;
    },
  };
}

function fresh(): Service {
  return { since: null, failed: new Set(), scout: null, released: new Set(), alone: new Set() };
}
