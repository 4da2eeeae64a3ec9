import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { chooseService, expectNoAxeViolations, pasteBox, trackButton } from './support/page';

/** As a producer keeps them. */
const TABLE = [
  ['Shot', 'Name', 'Client', 'Task id'],
  ['SH010 Lighthouse', 'take 1', 'Lumen', LINK.id],
  ['SH010 Lighthouse', 'take 2', 'Atlas', CONTENT.id],
  ['SH010 Lighthouse', 'take 3', '=1+1', FAILED.id],
  ['SH2 Tea house', 'take 1', 'Lumen', BATCH[0].id],
  ['SH2 Tea house', 'take 2', 'Lumen', PUBLISHED_RUNNING],
];
const MESSAGE = [KEY, ...TABLE.map((row) => row.join('\t'))].join('\n');

test.use(WITHOUT_WORKER);

test('the same tasks stand compact, and in a table whose columns are chosen, sorted, resized and copied @firefox', async ({
  page,
  gateway,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await pasteBox(page).fill(MESSAGE);
  await chooseService(page, gateway.address);
  await trackButton(page).click();
  const lighthouse = page.getByRole('region', { name: 'SH010 Lighthouse', exact: true });
  await expect(lighthouse).toContainText('2 of 3 ready');

  await density(page, 'Compact').check();
  const card = lighthouse.getByRole('article', { name: 'take 1' });
  await expect(card).toContainText('Ready');
  await expect(card.getByText(LINK.title.slice(0, 12))).toHaveCount(0);
  await card.getByRole('button', { name: 'More actions' }).focus();
  await expect(card.getByRole('button', { name: 'Download' })).toBeVisible();
  await expectNoAxeViolations(page);

  await density(page, 'Table').check();
  const grid = page.getByRole('grid', { name: 'Tasks' });
  const firstTakes = grid.getByRole('row', { name: /take 1.*Lumen/ });
  await expect(firstTakes).toHaveCount(2);
  await page.getByRole('button', { name: 'Fold SH2 Tea house' }).press('Enter');
  await expect(firstTakes).toHaveCount(1);
  await page.getByRole('button', { name: 'Unfold SH2 Tea house' }).press('Enter');
  await expect(firstTakes).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'None' });
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
  await page.getByRole('menuitemcheckbox', { name: 'Model' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Task id' }).click();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('columnheader', { name: 'Model' })).toHaveCount(0);

  // By keyboard alone, from the switch on: into the table, to a head, and back among the rows.
  const client = grid.getByRole('columnheader', { name: 'Client' });
  await density(page, 'Table').focus();
  while (!(await grid.evaluate((one) => one.contains(document.activeElement))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(client).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(client).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => clients(page)).toEqual(['=1+1', 'Atlas', 'Lumen', 'Lumen', 'Lumen']);
  const before = (await client.boundingBox())?.width ?? 0;
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await client.boundingBox())?.width).toBe(before + 16);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t').slice(0, 4))).toEqual([
    ['Name', 'Shot', 'Client', 'Status'],
    ['take 3', 'SH010 Lighthouse', "'=1+1", 'Failed'],
    ['take 2', 'SH010 Lighthouse', 'Atlas', 'Ready'],
  ]);
  await expectNoAxeViolations(page);

  await page.reload();
  await expect(client).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => clients(page)).toEqual(['=1+1', 'Atlas', 'Lumen', 'Lumen', 'Lumen']);
  expect((await client.boundingBox())?.width).toBe(before + 16);
  await expect(grid.getByRole('columnheader', { name: 'Task id' })).toHaveCount(1);
});

function density(page: Page, name: string) {
  return page.getByRole('radiogroup', { name: 'Density' }).getByRole('radio', { name });
}

/** What stands under *Client*, from above. */
async function clients(page: Page): Promise<(string | null)[]> {
  const heads = await page.getByRole('columnheader').allTextContents();
  return page.locator(`[data-card] > [data-cell="${heads.indexOf('Client')}"]`).allTextContents();
}
