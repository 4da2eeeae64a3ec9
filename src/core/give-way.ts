/**
 * Lets the browser draw and hear presses before work goes on. Browsers without `scheduler.yield` (Safari) go on at
 * once: a timer instead would wait a second in a hidden tab.
 */
export async function giveWay(): Promise<void> {
  await globalThis.scheduler?.yield?.();
}
