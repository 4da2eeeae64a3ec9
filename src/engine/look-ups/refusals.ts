/** How many different tasks must be refused before a key that has never answered counts as refused. */
const REFUSALS = 3;
/**
 * How many tasks that the key has answered before must be refused one after another: a model or a task that it may not
 * use was never answered.
 */
const WITHDRAWN = 2;
/** How long, in ms, an accepted look-up is evidence that a refusal right after it is not about the key. */
const EVIDENCE_MS = 60_000;

/** What a refusal is about: the key, which is then paused, or this task alone. Null: not known. */
type Judgement = 'key' | 'task' | null;

/** Tells a refused key from a refused task: one task that says "not allowed" must not stop the others. */
interface Refusals {
  /** Records a refusal. `others` = unfinished tasks that share the key. */
  refused(connectionId: string, key: string, others: number, now: number): Judgement;
  /**
   * Records a look-up that the key was accepted for; `knew` if it found the task. Returns the tasks refused before
   * without anyone knowing why: now it is known that the key is not the reason.
   */
  accepted(connectionId: string, key: string, knew: boolean, now: number): string[];
  /** Forgets everything about a connection, because it has a new key. */
  forget(connectionId: string): void;
}

/** Pure bookkeeping, one entry per key. */
export function createRefusals(): Refusals {
  const refusals = new Map<string, Set<string>>();
  /** Per connection and task: when the key was last accepted (null once it was refused again), and if it knew the task. */
  const answered = new Map<string, Map<string, { at: number | null; knew: boolean }>>();
  return {
    refused(connectionId, key, others, now) {
      const tasks = answered.get(connectionId);
      const refused = (refusals.get(connectionId) ?? new Set<string>()).add(key);
      refusals.set(connectionId, refused);
      if (!tasks) return refused.size >= REFUSALS || others === 0 ? 'key' : null;
      const own = tasks.get(key);
      // What is refused now is no evidence for the key any longer: if all are, the last one tells.
      if (own) own.at = null;
      const withdrawn = [...refused].filter((one) => tasks.get(one)?.knew === true);
      if (withdrawn.length >= WITHDRAWN) return 'key';
      const isFresh = ({ at }: { at: number | null }): boolean =>
        at !== null && now - at <= EVIDENCE_MS;
      if ([...tasks.values()].some(isFresh)) return 'task';
      // A key that has worked is refused once a task it knew is refused.
      return own?.knew === true ? 'key' : null;
    },
    accepted(connectionId, key, knew, now) {
      const tasks = answered.get(connectionId) ?? new Map<string, { at: number; knew: boolean }>();
      tasks.set(key, { at: now, knew: knew || tasks.get(key)?.knew === true });
      answered.set(connectionId, tasks);
      const doubted = [...(refusals.get(connectionId) ?? [])].filter((other) => other !== key);
      refusals.delete(connectionId);
      return doubted;
    },
    forget(connectionId) {
      answered.delete(connectionId);
      refusals.delete(connectionId);
    },
  };
}
