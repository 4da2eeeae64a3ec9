import type { Page } from '@playwright/test';

import { test as ordinary } from './support/fixtures';
import { expect, test } from './support/hidden';
import { BATCH, KEY, LONG } from './support/ids';
import { card, choose, goingOn, pasteTasks } from './support/page';
import type { SleepThrough } from './support/sleep';

const IDS = [LONG.id, ...BATCH.map(({ id }) => id)];

/** Why a page did not come out of the back/forward cache, in Chromium's words; empty if it did. */
const NOT_RESTORED = `(performance.getEntriesByType('navigation')[0].notRestoredReasons?.reasons ?? [])
  .map(({ reason }) => reason).join()`;

/** What can become of the tab that asks, and how soon the other must have taken over, in ms. */
const ENDS = {
  'is closed': { within: 2000, end: (page) => page.close() },
  crashes: { within: 2000, end: (page) => send(page, 'Page.crash') },
  'is frozen': {
    within: 2000,
    end: (page) => send(page, 'Page.setWebLifecycleState', { state: 'frozen' }),
  },
  'hangs in its main thread': {
    within: 20_000,
    end: (page, address) => {
      // A page that hangs answers nobody. One that waits for an answer of 40 s costs no processor time meanwhile.
      page
        .evaluate((slow) => {
          const request = new XMLHttpRequest();
          request.open('GET', slow, false);
          request.setRequestHeader('Authorization', 'Bearer sk-demo-slow');
          request.send();
        }, `${address}/v1/videos/eslow-1`)
        .catch(() => undefined);
    },
  },
} as const satisfies Record<
  string,
  { within: number; end: (page: Page, address: string) => Promise<unknown> | undefined | void }
>;

for (const [what, { within, end }] of Object.entries(ENDS)) {
  test(`when the tab that asks ${what}, another one takes over`, async ({
    open,
    gateway,
    sleepThrough,
  }) => {
    const first = await open();
    await pasteTasks(first, { address: gateway.address, key: KEY, ids: IDS });
    await expect(goingOn(first)).toHaveCount(IDS.length);
    const second = await open();
    await expect(goingOn(second)).toHaveCount(IDS.length);

    const taken = takesOver(second);
    await taken.ready;
    const endedAt = Date.now();
    void end(first, gateway.address);
    const handOver = (await taken.at) - endedAt;
    report(`hand-over when it ${what}`, handOver);
    expect(handOver).toBeLessThan(within);
    await finishes(second, gateway, sleepThrough);
  });
}

test('when the tab that asks goes into the back/forward cache, another one takes over', async ({
  open,
  gateway,
  sleepThrough,
}) => {
  const first = await open();
  await pasteTasks(first, { address: gateway.address, key: KEY, ids: IDS });
  await expect(goingOn(first)).toHaveCount(IDS.length);
  const second = await open();
  await expect(goingOn(second)).toHaveCount(IDS.length);

  const taken = takesOver(second);
  await taken.ready;
  const leftAt = Date.now();
  await first.goto(`${gateway.address}/elsewhere`);
  const handOver = (await taken.at) - leftAt;
  report('hand-over when it goes into the back/forward cache', handOver);
  expect(handOver).toBeLessThan(2000);

  await first.goBack();
  await finishes(second, gateway, sleepThrough);
  await first.bringToFront();
  // Playwright loses hold of a page that comes out of the cache; the debugging port does not.
  const session = await first.context().newCDPSession(first);
  const told = async (expression: string): Promise<unknown> =>
    (await session.send('Runtime.evaluate', { expression })).result.value;
  // Chromium may put it out of the cache again, and before it is told that it goes there, because the other tab waits for
  // its lock or has talked to it. Nothing else keeps it out.
  await expect
    .poll(() => told(NOT_RESTORED))
    .toMatch(/^(?:,?(?:weblocks-contention|broadcastchannel-message))*$/);
  await expect
    .poll(() => told('document.body.innerText'), { timeout: 20_000 })
    .toContain(`All ${IDS.length} videos are ready`);
});

test('a tab that was frozen and thaws follows the one that leads now', async ({
  open,
  gateway,
  sleepThrough,
}) => {
  const first = await open();
  await pasteTasks(first, { address: gateway.address, key: KEY, ids: IDS });
  await expect(goingOn(first)).toHaveCount(IDS.length);
  const second = await open();
  await expect(goingOn(second)).toHaveCount(IDS.length);
  const taken = takesOver(second);
  await taken.ready;
  await send(first, 'Page.setWebLifecycleState', { state: 'frozen' });
  await taken.at;
  await finishes(second, gateway, sleepThrough);

  const asked = lookUpsOf(first, gateway.address);
  await send(first, 'Page.setWebLifecycleState', { state: 'active' });
  await first.bringToFront();
  await expect(first.getByRole('button', { name: 'Play' })).toHaveCount(IDS.length);
  expect(asked).toEqual([]);
});

ordinary(
  'what one tab does or hears, the other shows within a second',
  async ({ page, context, gateway, sleepThrough }) => {
    const soon = { timeout: 1000 };
    await page.goto('./');
    await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
    await expect(goingOn(page)).toHaveCount(1);
    const other = await context.newPage();
    await other.goto('./');
    await expect(goingOn(other)).toHaveCount(1);

    await pasteTasks(other, { address: gateway.address, ids: [BATCH[0].id] });
    await expect(page.getByRole('article')).toHaveCount(2, soon);

    await expect(goingOn(page)).toHaveCount(2);
    await choose(page, card(page, BATCH[0].title), 'Remove');
    await expect(other.getByRole('article')).toHaveCount(1, soon);

    gateway.advance(3_600_000);
    await sleepThrough([page, other]);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await expect(other.getByRole('button', { name: 'Play' })).toBeVisible(soon);
  },
);

ordinary('of three tabs only one asks', async ({ context, gateway, sleepThrough }) => {
  const pages = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ] as const;
  for (const page of pages) await page.goto('./');
  const asked = pages.map((page) => lookUpsOf(page, gateway.address));
  await pasteTasks(pages[1], { address: gateway.address, key: KEY, ids: IDS });
  for (const page of pages) await expect(goingOn(page)).toHaveCount(IDS.length);
  gateway.advance(3_600_000);
  await sleepThrough(pages);
  for (const page of pages) {
    await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(IDS.length);
  }
  // The tab into which they were pasted checked the first of them once, before they were tracked.
  const often = asked.map((requests) => requests.length).toSorted((a, b) => a - b);
  expect(often.slice(0, 2)).toEqual([0, 1]);
  expect(often[2]).toBeGreaterThanOrEqual(2 * IDS.length);
});

/** When the lock changed hands, in epoch ms, as the tab that is to get it sees. */
function takesOver(page: Page): { ready: Promise<unknown>; at: Promise<number> } {
  const ready = page.evaluate(async () => {
    const held = async (): Promise<string | undefined> =>
      (await navigator.locks.query()).held?.find(({ name }) => name === 'rushes-leader')?.clientId;
    const before = await held();
    const watched = globalThis as { takenAt?: Promise<number> };
    watched.takenAt = (async () => {
      for (;;) {
        const now = await held();
        if (now !== undefined && now !== before) return Date.now();
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    })();
    return before;
  });
  const at = ready.then(() =>
    page.evaluate(() => (globalThis as { takenAt?: Promise<number> }).takenAt ?? 0),
  );
  return { ready, at };
}

/** The tab that took over asks with the key it was handed, until all is done. */
async function finishes(
  page: Page,
  gateway: { address: string; advance(ms: number): void },
  sleepThrough: SleepThrough,
): Promise<void> {
  const asked = lookUpsOf(page, gateway.address);
  gateway.advance(3_600_000);
  await sleepThrough([page]);
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(IDS.length);
  expect(asked.length).toBeGreaterThan(0);
}

function lookUpsOf(page: Page, address: string): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    // Of a finished video, a tab that is looked at may want a picture.
    const isLookUp =
      request.url().startsWith(`${address}/v1/`) && !request.url().includes('/content');
    if (isLookUp) asked.push(request.url());
  });
  return asked;
}

/** A word to the browser's debugging port. Never rejects: a page that crashes does not answer. */
async function send(page: Page, method: 'Page.crash'): Promise<void>;
async function send(
  page: Page,
  method: 'Page.setWebLifecycleState',
  params: { state: 'frozen' | 'active' },
): Promise<void>;
async function send(page: Page, ...[method, params]: Command): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send(method as 'Page.crash', params as undefined).catch(() => undefined);
}
type Command = ['Page.crash', undefined?] | ['Page.setWebLifecycleState', object];

/** A figure for whoever reads the run. */
function report(what: string, figure: number | string): void {
  test.info().annotations.push({ type: 'figure', description: `${what}: ${figure}` });
  console.log(`  ${what}: ${figure}`);
}
