import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import type { LoggedRequest, TestGateway } from './support/gateway';
import { KEY } from './support/ids';
import { goingOn, pasteTasks } from './support/page';

const IDS = Array.from({ length: 16 }, (_, index) => `harbour-${index}`);
/** What the usual budget lets through in any second: the peak of the bucket. */
const PER_SECOND = 5;

test('offline, nothing is asked; online again, one polite round at once @firefox', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  await expect(goingOn(page)).toHaveCount(IDS.length, { timeout: 20_000 });

  await context.setOffline(true);
  await expect(page.getByText(/^You are offline\./).first()).toBeVisible();
  const offlineAt = Date.now();
  // All of them are long over by now, and all of them are due.
  gateway.advance(3_600_000);
  await expect.poll(() => Date.now() - offlineAt, { timeout: 20_000 }).toBeGreaterThan(12_000);
  expect(lookUps(gateway).filter(({ at }) => at > offlineAt + 500)).toEqual([]);

  await watchLag(page);
  const onlineAt = Date.now();
  await context.setOffline(false);
  await expect(page.getByText(/^You are offline\./)).toHaveCount(0);
  await expect.poll(() => lookUps(gateway).at(-1)?.at ?? 0).toBeGreaterThan(onlineAt);
  const [first] = lookUps(gateway).filter(({ at }) => at > onlineAt);
  expect((first?.at ?? Infinity) - onlineAt).toBeLessThan(2000);
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(IDS.length, {
    timeout: 30_000,
  });

  const after = await startsSince(page, onlineAt);
  const most = peak(after, JITTER + Math.min(await lagOf(page), LATEST));
  console.log(`  back after ${(first?.at ?? 0) - onlineAt} ms, peak ${most} a second`);
  expect(after).toHaveLength(IDS.length);
  expect(most).toBeLessThanOrEqual(PER_SECOND);
});

function lookUps(gateway: TestGateway): LoggedRequest[] {
  return gateway.log.filter(({ method, path }) => method === 'GET' && path.includes('/v1/videos/'));
}

/**
 * When the page sent its look-ups, in epoch ms. A busy machine may hand those of two seconds to the server within
 * one; politeness is about when they were sent.
 */
function startsSince(page: Page, since: number): Promise<number[]> {
  return page.evaluate(
    (from) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/v1/videos/') && !name.endsWith('/content'))
        .map(({ startTime }) => performance.timeOrigin + startTime)
        .filter((at) => at > from),
    since,
  );
}

/** The page sends the first of two look-ups so much later than it meant to, and the second not, in ms. */
const JITTER = 50;
/** More than this much is not taken off for a page that lags, in ms: nothing would be left to count. */
const LATEST = 500;

/** Most of these moments within any second, less what the first of them may have come too late, in ms. */
function peak(moments: readonly number[], late: number): number {
  return Math.max(
    0,
    ...moments.map((at) => moments.filter((one) => one >= at && one < at + 1000 - late).length),
  );
}

interface WithLag {
  lag?: number;
}

/** From now on the page notes by how much a timer of 20 ms was late at most: as late as its look-ups may be. */
async function watchLag(page: Page): Promise<void> {
  await page.evaluate(() => {
    const here = globalThis as WithLag;
    here.lag = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      here.lag = Math.max(here.lag ?? 0, now - last - 20);
      last = now;
    }, 20);
  });
}

function lagOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as WithLag).lag ?? 0);
}
