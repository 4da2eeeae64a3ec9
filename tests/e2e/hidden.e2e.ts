import { NUMBERS } from '../../src/engine/look-ups/forecast/numbers';
import { expect, hide, test } from './support/hidden';
import { KEY, LONG } from './support/ids';
import { goingOn, pasteTasks } from './support/page';

/** How late the end of a task may be noticed while nobody looks, in ms: the longest gap, and a look-up. */
const BOUND = NUMBERS.longest * (1 + NUMBERS.jitter) + 5000;

test('a task that ends while the tab is hidden is noticed, and the title says so', async ({
  open,
  gateway,
}) => {
  test.setTimeout(BOUND + 60_000);
  const page = await open();
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  await expect(goingOn(page)).toHaveCount(1);
  await hide(page);
  gateway.advance(3_600_000);
  const endedAt = Date.now();
  await expect.poll(() => page.title(), { timeout: BOUND }).toBe('(1 ✓) Rushes');
  console.log(`  noticed in a hidden tab after ${Date.now() - endedAt} ms`);
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  await page.bringToFront();
  await expect.poll(() => page.title()).toBe('Rushes');
});

test.describe('where the browser lets a hidden page run once a minute', () => {
  test.use({ flags: ['--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/5'] });

  test('look-ups go on as planned, and the end is noticed @alone', async ({ open, gateway }) => {
    test.setTimeout(BOUND + 120_000);
    const page = await open();
    await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
    await expect(goingOn(page)).toHaveCount(1);
    await page.evaluate(countTicks);
    await hide(page);
    // Throttled for certain: ten seconds in which a timer of the page's own fires once at most.
    await expect
      .poll(async () => page.evaluate(ticksLately), { timeout: 60_000, intervals: [1000] })
      .toBeLessThanOrEqual(1);

    gateway.advance(3_600_000);
    const endedAt = Date.now();
    const before = gateway.lookUps(LONG.id).length;
    await expect
      .poll(() => gateway.lookUps(LONG.id).length, { timeout: BOUND })
      .toBeGreaterThan(before);
    console.log(`  asked in a throttled tab after ${Date.now() - endedAt} ms`);
    await expect.poll(() => page.title(), { timeout: 5000 }).toBe('(1 ✓) Rushes');
    console.log(`  noticed in a throttled tab after ${Date.now() - endedAt} ms`);
  });
});

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
