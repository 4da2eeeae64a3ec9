/** Runs `work` after `ms`, unless the returned function is called first. */
export type After = (ms: number, work: () => void) => () => void;

/** `After` with the page's own timer. */
export const later: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Returns a function that calls `run`, one run at a time; a call during a run causes one more. `rest` is called when
 * nothing is left to do, and the function it returns is called before the next run.
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

/** Works while holding a lock shared by all tabs. An aborted `signal` ends the wait for the lock. */
export async function locked(
  locks: Pick<LockManager, 'request'> | null,
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  if (locks === null) return work();
  await locks.request(name, { signal }, work);
}
