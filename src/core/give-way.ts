/**
 * Lets the browser draw and hear presses before work goes on. Browsers without `scheduler.yield` (Safari) go on at
 * once: a timer instead would wait a second in a hidden tab.
 */
export async function giveWay(): Promise<void> {
  await globalThis.scheduler?.yield?.();
}

/** How long work may go on before it gives way, in ms: a tenth of what people notice, on a phone four times as slow. */
const SLICE_MS = 5;

/** For loops: gives way whenever a slice of time is used up, counted from the call of this. */
export function inSlices(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await giveWay();
    until = performance.now() + SLICE_MS;
  };
}
