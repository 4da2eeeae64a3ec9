/** What a reload would lose: a text being typed, a file being written. Counted, not named. */
let count = 0;
let waiting: (() => void)[] = [];

/** Says that something is under way; the returned function says that it has ended. */
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

/** Runs at once, or as soon as nothing is under way any more. Returns whether it has to wait. */
export function whenFinished(run: () => void): boolean {
  if (count === 0) run();
  else waiting.push(run);
  return count > 0;
}
