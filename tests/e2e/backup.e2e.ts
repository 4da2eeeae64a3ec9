import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, WITHOUT_WORKER } from './support/fixtures';
import { card, choose, expectNoAxeViolations, pasteTasks } from './support/page';
import { expectAsked, test } from './support/services';

test.use(WITHOUT_WORKER);

const WORDS = 'a lighthouse at dawn';
const IDS = ['task_01k6x15vhrff09dkkqjrzwhm60', 'task_01k6x15vhrff09dkkqjrzwhm71'];

async function openBackup(page: Page, name: string) {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name }).click();
}

test('everything goes to another browser in a file, and a removed card comes back', async ({
  page,
  services: [service],
  browser,
  baseURL,
}, testInfo) => {
  await page.goto('./');
  await pasteTasks(page, { address: service.address, key: service.key, ids: IDS });
  await expect(page.getByRole('article')).toHaveCount(2);
  await expectAsked(service, IDS);

  await choose(page, card(page, /hm71/), 'Remove');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await openBackup(page, 'Removed tasks…');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: /^Bring back / }).click();
  await expect(page.getByText('No task was removed in the last 30 days.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(2);

  await openBackup(page, 'Save a backup…');
  await page.getByRole('checkbox', { name: /With my keys/ }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(WORDS);
  await page.getByLabel('The passphrase once more').fill(WORDS);
  await expectNoAxeViolations(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const file = testInfo.outputPath('backup.json');
  await (await download).saveAs(file);
  expect(readFileSync(file, 'utf8')).not.toContain(service.key);

  const before = service.got.length;
  const context = await browser.newContext({ baseURL: baseURL ?? '', ...WITHOUT_WORKER });
  const other = await context.newPage();
  await other.goto('./');
  await openBackup(other, 'Read a backup…');
  await other.getByLabel('Choose the file…').setInputFiles(file);
  await expect(other.getByRole('status').filter({ hasText: '2 tasks, saved' })).toBeVisible();
  await other.getByLabel('Passphrase of its keys').fill('another one');
  await other.getByRole('button', { name: 'Add to this board' }).click();
  await expect(other.getByText('The keys cannot be read with this passphrase.')).toBeVisible();
  await other.getByLabel('Passphrase of its keys').fill(WORDS);
  await other.getByRole('button', { name: 'Add to this board' }).click();
  await expect(other.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await other.keyboard.press('Escape');
  await expect(other.getByRole('article')).toHaveCount(2);
  // With the key that the file brought.
  await expect
    .poll(() => IDS.filter((id) => service.got.slice(before).some((one) => one.includes(id))))
    .toEqual(IDS);
  await context.close();
});
