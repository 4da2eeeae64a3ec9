/** Does something after so many ms, unless the returned function is called. */
export type After = (ms: number, work: () => void) => () => void;

export const later: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Calls `run` again and again, but never twice at a time, and not once too seldom: a call during a run leads to
 * another one. `rest` is called when there is nothing more to do; what it returns is called before the next run.
 */
export function oneAtATime(run: () => Promise<void>, rest: () => () => void): () => void {
  let wanted = false;
  let busy = false;
  let endRest = (): void => {};
  const work = async (): Promise<void> => {
    busy = true;
    endRest();
    try {
      while (wanted) {
        wanted = false;
        await run();
      }
    } finally {
      busy = false;
      endRest = rest();
    }
  };
  return () => {
    wanted = true;
    if (!busy) void work();
  };
}

/** Holds a lock that all tabs share while it works; an aborted `signal` ends the wait for it. */
export async function locked(
  locks: Pick<LockManager, 'request'> | null,
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  if (locks === null) return work();
  await locks.request(name, { signal }, work);
}
