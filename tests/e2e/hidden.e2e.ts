import type { Page } from '@playwright/test';

import { expect, hide, test } from './support/hidden';
import { KEY, LONG } from './support/ids';
import { goingOn, pasteTasks } from './support/page';

test('a task that ends while the tab is hidden is noticed, and the title says so', async ({
  open,
  gateway,
  sleepThrough,
}) => {
  const page = await open();
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  await expect(goingOn(page)).toHaveCount(1);
  await hide(page);
  gateway.advance(3_600_000);
  await sleepThrough([page]);
  const endedAt = Date.now();
  await expect.poll(() => page.title()).toBe('(1 ✓) Board · Rushes');
  console.log(`  noticed in a hidden tab after ${Date.now() - endedAt} ms`);
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  await page.bringToFront();
  await expect.poll(() => page.title()).toBe('Board · Rushes');
});

test.describe('where the browser lets a hidden page run once a minute', () => {
  // Five seconds after it was hidden; a page that has loaded has a number of its own, a minute otherwise.
  const soon = 'grace_period_seconds/5/grace_period_seconds_loaded/5';
  test.use({ flags: [`--enable-features=IntensiveWakeUpThrottling:${soon}`] });

  test('look-ups go on as planned, and the end is noticed @alone', async ({
    open,
    gateway,
    sleepThrough,
  }) => {
    const page = await throttled(async (before) => {
      const page = await open();
      if (before === null)
        await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
      await expect(goingOn(page)).toHaveCount(1);
      await before?.close();
      return page;
    });

    gateway.advance(3_600_000);
    const endedAt = Date.now();
    const before = gateway.lookUps(LONG.id).length;
    await sleepThrough([page]);
    await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(before);
    console.log(`  asked in a throttled tab after ${Date.now() - endedAt} ms`);
    await expect.poll(() => page.title(), { timeout: 5000 }).toBe('(1 ✓) Board · Rushes');
    console.log(`  noticed in a throttled tab after ${Date.now() - endedAt} ms`);
  });
});

/**
 * A hidden tab that is throttled for certain: ten seconds in which a timer of the page's own fires once at most. Of some
 * tabs Chromium makes an exception for as long as they live, so it may take another one.
 */
async function throttled(open: (before: Page | null) => Promise<Page>): Promise<Page> {
  let page: Page | null = null;
  for (;;) {
    page = await open(page);
    await page.evaluate(countTicks);
    await hide(page);
    const rarely = expect
      .poll(async () => page?.evaluate(ticksLately), { timeout: 18_000, intervals: [1000] })
      .toBeLessThanOrEqual(1);
    if (
      await rarely.then(
        () => true,
        () => false,
      )
    )
      return page;
  }
}

interface Ticking {
  ticks?: number[];
}

/** A timer of the page's own that would fire ten times a second. */
function countTicks(): void {
  const ticks: number[] = ((globalThis as Ticking).ticks = []);
  const tick = (): void => {
    ticks.push(Date.now());
    setTimeout(tick, 100);
  };
  tick();
}

/** How often it fired in the last ten seconds. */
function ticksLately(): number {
  const from = Date.now() - 10_000;
  return (globalThis as Ticking).ticks?.filter((at) => at > from).length ?? Infinity;
}
