import type { Page } from '@playwright/test';

type Watched = typeof globalThis & { frameTimes?: number[] };

/** Times between frames, in ms, while somebody turns the wheel, down and up again. */
export async function frameTimesOfScrolling(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frameTimes: number[] = [];
    (globalThis as Watched).frameTimes = frameTimes;
    let last = performance.now();
    const next = (at: number): void => {
      frameTimes.push(at - last);
      last = at;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 30 ? 600 : -600);
    await page.waitForTimeout(50);
  }
  // The first ones were before the wheel turned.
  return page.evaluate(() => ((globalThis as Watched).frameTimes ?? []).slice(2));
}
