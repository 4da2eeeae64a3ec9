import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { BATCH, KEY, LINK } from './support/ids';
import { startOwnHost, type OwnHost } from './support/own-host';
import { card, closeAll, pasteBox, pasteTasks } from './support/page';

let host: OwnHost;
test.beforeEach(async () => {
  host = await startOwnHost({});
});
test.afterEach(async ({ context }) => {
  await closeAll(context);
  await host.remove();
});

test('without its host the page starts all the same, with the board as it was @firefox', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto(host.address);
  await pasteTasks(page, {
    address: gateway.address,
    key: KEY,
    ids: [LINK.id, ...BATCH.map(({ id }) => id)],
    onThisDevice: true,
  });
  await expect(card(page, LINK.title)).toContainText('Ready');
  await workerIsReady(page);
  await host.stop();
  await context.setOffline(true);

  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(card(page, LINK.title)).toContainText('Ready');
  await expect(page.getByText('You are offline.')).toBeVisible();
  // Parts that were never opened are there, too.
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test.describe('in another language', () => {
  test.use({ locale: 'ja-JP' });

  test('only its words are stored, and they start without the host; a language is whole as soon as it is chosen', async ({
    page,
    context,
  }) => {
    await page.goto(host.address);
    await workerIsReady(page);
    expect(await storedWords(page)).toEqual(['ja']);
    await page.getByRole('combobox', { name: '言語' }).selectOption('de');
    await expect.poll(async () => storedWords(page)).toEqual(['de', 'ja']);
    await host.stop();
    await context.setOffline(true);

    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  });
});

test('a new version waits for the person, and for what they are typing', async ({ page }) => {
  await page.goto(host.address);
  await workerIsReady(page);
  await page.reload();
  await expect(pasteBox(page)).toBeVisible();
  await pasteBox(page).fill('video_half_typed');

  publish('second');
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
  const build = page.locator('meta[name=build]');
  await expect(build).toHaveCount(0);
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByText('The page will update once')).toBeVisible();
  await expect(pasteBox(page)).toHaveValue('video_half_typed');

  await pasteBox(page).fill('');
  await expect(build).toHaveAttribute('content', 'second');
  await expect(pasteBox(page)).toBeVisible();
});

test('a version that cannot be had whole is not taken', async ({ page }) => {
  await page.goto(host.address);
  await workerIsReady(page);
  host.rewrite('sw.js', (text) =>
    text.replace('theme-init.js', 'assets/is-not-there.js').replace(VERSION, 'version:`broken`'),
  );
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const ended = new Promise<string>((resolve) => {
      registration?.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (['installed', 'redundant'].includes(installing.state)) resolve(installing.state);
        });
      });
    });
    await registration?.update().catch(() => {});
    return ended;
  });
  expect(outcome).toBe('redundant');
  await host.stop();
  await page.reload();
  await expect(pasteBox(page)).toBeVisible();
});

/** Until the page's files are all taken in. */
async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** The languages whose words the browser has. */
async function storedWords(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('rushes-page'));
    const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const urls = caught.flat().map(({ url }) => /words\/([\w-]+)\.json$/.exec(url)?.[1] ?? '');
    return urls.filter(Boolean).toSorted();
  });
}

const VERSION = /version:`\w+`/;

/** Puts another build in the place of the first. */
function publish(name: string): void {
  host.rewrite('index.html', (text) =>
    text.replace('<head>', `<head><meta name="build" content="${name}">`),
  );
  host.rewrite('sw.js', (text) => text.replace(VERSION, `version:\`${name}\``));
  host.rewrite('words/en.json', (text) => text.replace(/"version":"\w+"/, `"version":"${name}"`));
}
