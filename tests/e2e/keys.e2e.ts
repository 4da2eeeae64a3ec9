import { collectConsole } from './support/console';
import { expect, test } from './support/fixtures';
import { KEY, LONG } from './support/ids';
import { card, fillForm, goingOn, pasteTasks, trackButton } from './support/page';
import { storageDump } from './support/storage';

const MASKED = /^sk-demo-\S{0,4}…|^sk-\S{1,4}…\S{1,4}/;

for (const onThisDevice of [false, true]) {
  const kept = onThisDevice ? 'on this device' : 'until the tab is closed';
  test(`a key kept ${kept} is nowhere to be read @firefox`, async ({ page, context, gateway }) => {
    const log = collectConsole(context);
    const urls: string[] = [];
    context.on('request', (request) => urls.push(request.url(), request.postData() ?? ''));
    await page.goto('./');
    const pasted = { address: gateway.address, key: KEY, ids: [LONG.id], onThisDevice };
    await fillForm(page, pasted);
    expectNoKey(await page.content());
    await trackButton(page).click();
    await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(1);
    expect(gateway.log.some(({ authorized }) => authorized)).toBe(true);

    await page.getByRole('article').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Details' }).click();
    await expect(page.getByRole('article').getByText(MASKED)).toBeVisible();
    await page.getByText('What the service answered').first().click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('dialog').getByText(MASKED)).toBeVisible();

    expectNoKey(await page.content());
    expectNoKey(await storageDump(page));
    expectNoKey(page.url());
    expectNoKey(urls.join('\n'));
    log.expectClean([KEY]);
  });
}

test('a key kept until the tab is closed outlives a reload, but not the tab', async ({
  page,
  context,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(0);
  await page.reload();
  const before = gateway.lookUps(LONG.id).length;
  await expect(goingOn(page)).toHaveCount(1);
  await sleepThrough([page]);
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(before);

  const later = await context.newPage();
  await page.close();
  const asked = gateway.lookUps(LONG.id).length;
  await later.goto('./');
  const task = later.getByRole('article');
  await expect(task).toContainText('There is no key here');
  await expect(task).toContainText('Paused until there is a key');
  expect(gateway.lookUps(LONG.id).length).toBe(asked);

  await task.getByRole('button', { name: 'Paste key' }).click();
  await later.getByLabel(/^Key for /).fill(KEY);
  await later.getByRole('button', { name: 'Use this key' }).click();
  await expect(task).not.toContainText('There is no key here');
  await sleepThrough([later]);
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(asked);
});

test('what is said above the board is there as soon as its cards, and moves none of them', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(0);

  const later = await context.newPage();
  await page.close();
  // A slow network, where every part of the page comes by itself.
  await context.route('**/assets/banner-list-*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await later.addInitScript(() => {
    const tops = new Set<number>();
    Object.assign(globalThis, { tops });
    const look = (): void => {
      const card = document.querySelector('#root article');
      if (card) tops.add(Math.round(card.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await later.goto('./');
  await expect(later.getByRole('button', { name: 'Change key' })).toBeVisible();
  await expect(card(later, /./)).toContainText('Paused until there is a key');
  const tops = await later.evaluate(() => [
    ...(globalThis as unknown as { tops: Set<number> }).tops,
  ]);
  expect(tops).toHaveLength(1);
});

test('a key kept on this device is there in a new tab', async ({
  page,
  context,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  const pasted = { address: gateway.address, key: KEY, ids: [LONG.id], onThisDevice: true };
  await pasteTasks(page, pasted);
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(0);
  const later = await context.newPage();
  await page.close();
  const before = gateway.lookUps(LONG.id).length;
  await later.goto('./');
  await expect(goingOn(later)).toHaveCount(1);
  await sleepThrough([later]);
  await expect.poll(() => gateway.lookUps(LONG.id).length).toBeGreaterThan(before);
  await expect(card(later, /./)).not.toContainText('There is no key here');
});

test('a forgotten key is gone from the browser, and its tasks wait', async ({ page, gateway }) => {
  await page.goto('./');
  const pasted = { address: gateway.address, key: KEY, ids: [LONG.id], onThisDevice: true };
  await pasteTasks(page, pasted);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await settings.getByRole('button', { name: 'Yes, remove the key' }).click();
  await expect(settings).toContainText('There are no keys in this browser.');
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('article')).toContainText('There is no key here');
  expect(await storageDump(page)).not.toMatch(/key \S+ \{/);
});

/** Neither as it is nor as base64. */
function expectNoKey(text: string): void {
  const secret = KEY.replace(/^sk-/, '');
  expect(text.includes(secret), 'the key itself').toBe(false);
  expect(text.includes(btoa(KEY).slice(0, 20)), 'the key in base64').toBe(false);
}
