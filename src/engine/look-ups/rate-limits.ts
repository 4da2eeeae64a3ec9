/** What a 429 is about: this task alone, its key and so all of the key's tasks, or not known yet. */
type Limited = 'task' | 'key' | 'unclear';

/**
 * Tells a task that alone is refused from a key that asks too often. A limit of the key refuses whatever comes next; so
 * an answer to a look-up that started later than a refused one shows that the key was not the reason. A limit that is
 * not strict lets some through: it is known by refused tasks that are answered the next time.
 */
interface RateLimits {
  /** A look-up that started at `startedAt` (epoch ms) was answered with 429. */
  refused(connectionId: string, key: string, startedAt: number, now: number): Limited;
  /** Another one was not. True if a refusal that was unclear is now known to be about its task alone. */
  passed(connectionId: string, key: string, startedAt: number, now: number): boolean;
  /** Forgets everything about a connection, because it has a new key. */
  forget(connectionId: string): void;
}

/** How long ago, in ms, another task's answer still shows that the key is good. */
const RECENT = 10_000;
/** So many tasks that were taken to be refused alone, and were answered the next time, show a limit that is not strict. */
const MISTAKES = 2;
/** How long that is believed, in ms. */
const BELIEVED = 600_000;

interface OfKey {
  /** Tasks that were refused while others were answered. */
  alone: Set<string>;
  /** Refused tasks of which it is not known yet, and when those look-ups had started. */
  unclear: Map<string, number>;
  /** The latest start of a look-up that passed, and when its answer came. */
  passed: { key: string; startedAt: number; at: number } | null;
  mistakes: number;
  /** Epoch ms of the last of them. */
  mistakenAt: number;
}

/** Pure bookkeeping, one entry per key. */
export function createRateLimits(): RateLimits {
  const keys = new Map<string, OfKey>();
  const of = (connectionId: string): OfKey => {
    const known = keys.get(connectionId);
    if (known) return known;
    const made = { alone: new Set<string>(), unclear: new Map<string, number>() };
    const fresh: OfKey = { ...made, passed: null, mistakes: 0, mistakenAt: 0 };
    keys.set(connectionId, fresh);
    return fresh;
  };
  const ofTheKey = (own: OfKey): Limited => {
    own.unclear.clear();
    return 'key';
  };
  return {
    refused(connectionId, key, startedAt, now) {
      const own = of(connectionId);
      if (own.mistakes >= MISTAKES && Math.abs(now - own.mistakenAt) < BELIEVED)
        return ofTheKey(own);
      const { passed } = own;
      const isOther = passed !== null && passed.key !== key;
      if (own.alone.has(key)) return 'task';
      if (isOther && passed.startedAt > startedAt) {
        own.alone.add(key);
        return 'task';
      }
      // Two in a row, or nobody else's answer to go by.
      if (own.unclear.size > 0 || !isOther || Math.abs(now - passed.at) > RECENT)
        return ofTheKey(own);
      own.unclear.set(key, startedAt);
      return 'unclear';
    },
    passed(connectionId, key, startedAt, now) {
      const own = of(connectionId);
      if (own.alone.delete(key)) {
        own.mistakes = Math.abs(now - own.mistakenAt) < BELIEVED ? own.mistakes + 1 : 1;
        own.mistakenAt = now;
      }
      own.unclear.delete(key);
      if (startedAt >= (own.passed?.startedAt ?? 0) || own.passed?.key === key)
        own.passed = { key, startedAt, at: now };
      let isClear = false;
      for (const [other, from] of own.unclear) {
        if (from >= startedAt) continue;
        own.unclear.delete(other);
        own.alone.add(other);
        isClear = true;
      }
      return isClear;
    },
    forget: (connectionId) => void keys.delete(connectionId),
  };
}
