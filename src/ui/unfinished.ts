/** Number of things a reload would lose: a text being typed, a file being written. */
let count = 0;
let waiting: (() => void)[] = [];

/** Marks work as started; the returned function marks it as finished. */
export function beginWork(): () => void {
  count += 1;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    count -= 1;
    if (count > 0) return;
    const ready = waiting;
    waiting = [];
    for (const run of ready) run();
  };
}

/** Whether work is in progress that a person would miss. */
export function hasUnfinished(): boolean {
  return count > 0;
}

/** Runs at once, or as soon as no work is in progress. Returns whether it has to wait. */
export function whenFinished(run: () => void): boolean {
  if (count === 0) run();
  else waiting.push(run);
  return count > 0;
}
