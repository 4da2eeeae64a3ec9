/**
 * Lets the browser paint and handle input before work continues. Where `scheduler.yield` is missing (Safari), work
 * continues at once: a timer would wait a second in a hidden tab.
 */
export async function yieldToMain(): Promise<void> {
  await globalThis.scheduler?.yield?.();
}

/** How long work may run before it yields, in ms: a tenth of what people notice, on a phone four times as slow. */
const SLICE_MS = 5;

/** For loops: returns a function that yields once a slice of time is used up. The first slice starts now. */
export function inSlices(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await yieldToMain();
    until = performance.now() + SLICE_MS;
  };
}
