import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { BATCH, CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { chooseService, expectNoAxeViolations, pasteBox, trackButton } from './support/page';

/** As a producer keeps them: the later shot first. */
const TABLE = [
  ['Shot', 'Name', 'Client', 'Task id'],
  ['SH010 Lighthouse', 'take 1', 'Lumen', LINK.id],
  ['SH010 Lighthouse', 'take 2', 'Atlas', CONTENT.id],
  ['SH010 Lighthouse', 'take 3', 'Lumen', FAILED.id],
  ['SH2 Tea house', 'take 1', 'Lumen', BATCH[0].id],
  ['SH2 Tea house', 'take 2', 'Lumen', PUBLISHED_RUNNING],
];
const MESSAGE = [KEY, ...TABLE.map((row) => row.join('\t'))].join('\n');

const group = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

const groupNames = (page: Page): Promise<string[]> =>
  page.getByRole('region').getByRole('heading', { level: 2 }).allTextContents();

test.beforeEach(async ({ page, gateway }) => {
  await page.goto('./');
  await pasteBox(page).fill(MESSAGE);
  await chooseService(page, gateway.address);
  await trackButton(page).click();
  await expect(group(page, 'SH010 Lighthouse')).toContainText('2 of 3 ready');
});

test('a message with shots stands in groups: folded, renamed, merged, removed and undone', async ({
  page,
}) => {
  const lighthouse = group(page, 'SH010 Lighthouse');
  await expect.poll(() => groupNames(page)).toEqual(['SH2 Tea house', 'SH010 Lighthouse']);
  await expect(lighthouse.getByRole('article')).toHaveCount(3);
  await expect(lighthouse.getByRole('article', { name: 'take 1' })).toContainText('Ready');
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Fold SH010 Lighthouse' }).click();
  await expect(lighthouse.getByRole('article')).toHaveCount(0);
  await expect(lighthouse).toContainText('2 of 3 ready');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unfold SH010 Lighthouse' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expectNoAxeViolations(page);

  await chooseFor(page, 'SH010 Lighthouse', 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('SH005 Pier');
  await page.keyboard.press('Enter');
  await expect(group(page, 'SH005 Pier')).toContainText('2 of 3 ready');
  await expect(page.getByRole('button', { name: 'More actions for SH005 Pier' })).toBeFocused();
  await page.getByRole('button', { name: 'Unfold SH005 Pier' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lighthouse).toBeVisible();

  await chooseFor(page, 'SH2 Tea house', 'Merge with…');
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(lighthouse.getByRole('article')).toHaveCount(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lighthouse.getByRole('article')).toHaveCount(3);

  await chooseFor(page, 'SH010 Lighthouse', 'Remove the group');
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lighthouse.getByRole('article')).toHaveCount(3);
  await expect(lighthouse).toContainText('2 of 3 ready');
});

test('the grouping is chosen, linked and remembered', async ({ page }) => {
  const by = page.getByRole('combobox', { name: 'Group' });
  await expect(by).toHaveValue('shot');
  await by.selectOption({ label: 'Client' });
  await expect(page).toHaveURL(/group=column%3AClient/);
  await expect.poll(() => groupNames(page)).toEqual(['Atlas', 'Lumen']);
  await by.selectOption({ label: 'Day added' });
  await expect.poll(() => groupNames(page)).toEqual(['Today']);
  await page.goBack();
  await expect(by).toHaveValue('column:Client');
  await by.selectOption({ label: 'None' });
  await expect(page.getByRole('article')).toHaveCount(5);
  await expect(group(page, 'Today')).toHaveCount(0);
  await page.goto('./');
  await expect(by).toHaveValue('none');
});

test('a head filters what failed, compares its takes, downloads them and takes more of them', async ({
  page,
}) => {
  const lighthouse = group(page, 'SH010 Lighthouse');
  await lighthouse.getByRole('button', { name: '1 failed' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(lighthouse).toContainText('2 of 3 ready');
  await lighthouse.getByRole('button', { name: '1 failed' }).click();
  await expect(page.getByRole('article')).toHaveCount(5);

  await lighthouse.getByRole('button', { name: 'Download 2' }).click();
  await expect(page.getByRole('dialog')).toContainText('2');
  await page.keyboard.press('Escape');

  await chooseFor(page, 'SH010 Lighthouse', 'Add tasks to this group');
  await pasteBox(page).fill(BATCH[1].id);
  await expect(page.getByRole('dialog', { name: 'Add tasks to SH010 Lighthouse' })).toBeVisible();
  await trackButton(page).click();
  await expect(lighthouse.getByRole('article')).toHaveCount(4);

  await lighthouse.getByRole('button', { name: 'Compare takes' }).click();
  await expect(page).toHaveURL(/#\/compare\//);
  await expect(page.locator('video')).toHaveCount(2);
});

test('with the keyboard alone: fold, open again, and the menu', async ({ page }) => {
  await page.getByRole('button', { name: 'Fold SH2 Tea house' }).focus();
  await page.keyboard.press('Enter');
  const unfold = page.getByRole('button', { name: 'Unfold SH2 Tea house' });
  await expect(unfold).toBeFocused();
  await page.keyboard.press('Space');
  await expect(group(page, 'SH2 Tea house').getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'More actions for SH2 Tea house' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Compare takes' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More actions for SH2 Tea house' })).toBeFocused();
});

async function chooseFor(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
