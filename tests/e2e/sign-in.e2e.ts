import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startDoor, type Door } from '../hosting/support/door';
import { expect, test } from './support/fixtures';
import { BATCH, KEY } from './support/ids';
import { startOwnHost, type OwnHost } from './support/own-host';
import { card, closeAll, pasteBox, trackButton } from './support/page';

const [VIDEO] = BATCH;
let folder: string;
let door: Door;
let host: OwnHost;

test.beforeEach(async ({ gateway }) => {
  folder = mkdtempSync(path.join(tmpdir(), 'rushes-door-'));
  door = await startDoor(folder);
  host = await startOwnHost(
    { services: [{ name: 'House', relay: 'house', teamKey: true }], otherAddresses: false },
    {
      RELAY_UPSTREAMS: `house=${gateway.address}`,
      RELAY_ALLOW_PRIVATE: 'yes',
      RELAY_KEY_HOUSE: KEY,
      SIGN_IN: door.file,
    },
  );
});
test.afterEach(async ({ context }) => {
  await closeAll(context);
  await host.remove();
  door.stop();
  rmSync(folder, { recursive: true });
});

test('whose sign-in has ended loses nothing: the page says so, keeps the tasks and leads back in', async ({
  page,
  context,
}) => {
  await page.goto(host.address);
  await page.getByRole('link', { name: 'Sign in' }).click();
  // Nobody is asked for a key where the team's does for all.
  await expect(page.getByText('Paste your task ids.')).toBeVisible();
  await expect(page.getByText('You don’t need a key')).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.clearCookies();

  // The page itself comes from memory.
  await page.reload();
  await pasteBox(page).fill(VIDEO.id);
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Access denied');
  await page.getByRole('button', { name: 'Add anyway' }).click();
  await expect(page.getByText('House denied access.')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Paused until you sign in');
  // There is no key here that could be changed or forgotten.
  await page.getByRole('button', { name: 'House Access denied' }).click();
  const settings = page.getByRole('dialog');
  await expect(settings.getByRole('listitem')).toHaveText('Housethe team’s keyAccess denied');
  await page.keyboard.press('Escape');

  // In another tab, while this one is the one that asks.
  const other = await context.newPage();
  await other.goto(`${host.address}?sign-in`);
  await other.getByRole('link', { name: 'Sign in' }).click();
  await expect(card(other, VIDEO.title)).toBeVisible();
  await expect(card(page, VIDEO.title)).toBeVisible();
  await expect(page.getByText('denied access.')).toHaveCount(0);
});

test('the button on a card leads to the sign-in and back', async ({ page, context }) => {
  await page.goto(host.address);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await pasteBox(page).fill(VIDEO.id);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.clearCookies();
  await trackButton(page).click();
  await page.getByRole('button', { name: 'Add anyway' }).click();
  await page.getByRole('article').getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(card(page, VIDEO.title)).toBeVisible();
  // People know the service by the name the host gave it.
  await expect(page.getByRole('banner')).toContainText('House');
});
