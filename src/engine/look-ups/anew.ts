import { refKey, type TaskRef } from '~/core/answer';

/** Which look-ups must not be answered by what the browser has stored. */
interface Anew {
  isAnew(task: TaskRef): boolean;
  /** The task was looked up. @param mayBeReused whether its service lets browsers store such answers */
  looked(task: TaskRef, mayBeReused: boolean): void;
  /** A person asked: the next one has to be from the service. */
  want(key: string): void;
}

/**
 * The first look-up of each task after the page was opened, since the store may hold one of an earlier visit; all that
 * a person asks for; and every one where nothing is lost by it (the page's own host needs no preflight) or where the
 * service has once sent an answer that may be stored.
 */
export function createAnew(ownOrigin: string | null): Anew {
  const looked = new Set<string>();
  const storing = new Set<string>();
  return {
    isAnew: (task) =>
      !looked.has(refKey(task)) ||
      storing.has(task.base) ||
      (ownOrigin !== null && originOf(task.base) === ownOrigin),
    looked(task, mayBeReused) {
      looked.add(refKey(task));
      if (mayBeReused) storing.add(task.base);
    },
    want: (key) => void looked.delete(key),
  };
}

function originOf(base: string): string | null {
  return URL.canParse(base) ? new URL(base).origin : null;
}
