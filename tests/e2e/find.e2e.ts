import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { KEY } from './support/ids';
import { choose, expectNoAxeViolations, filter, pasteTasks } from './support/page';

// So high that nothing has to be scrolled to: what scrolls takes no click.
test.use({ viewport: { width: 1440, height: 1400 } });

const TABLE = [
  'Shot\tTake\tClient\tTask id',
  'SH010 Lighthouse\tone\tNorthwind\tfailbusy-5001',
  'SH010 Lighthouse\ttwo\tNorthwind\tfailbusy-5002',
  'SH020 Tea house\tone\tLümen\tfail-5003',
  'SH020 Tea house\ttwo\tLumen\tecontent-5004',
];

test('a table’s cell is searched, a tag and a reason are filtered by, and all of it is kept @firefox', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: TABLE });
  await expect(filter(page, 'Needs attention')).toHaveAccessibleName('Needs attention 3');
  const cards = page.getByRole('article');
  const search = page.getByRole('searchbox', { name: 'Search tasks' });

  await search.fill('lumen TWO');
  await expect(cards).toHaveCount(1);
  await search.fill('ＬＵＭＥＮ');
  await expect(cards).toHaveCount(2);
  await search.fill('overloaded');
  await expect(cards).toHaveCount(2);
  await search.fill('');
  await expect(cards).toHaveCount(4);

  await tag(page, 0, 'hero, social');
  await tag(page, 3, 'social');

  // With the keyboard alone: to the filter, through its choices, and back.
  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await expect(dialog.getByRole('button', { name: 'too busy 2' })).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'social 2' }).press(' ');
  await expect(dialog.getByRole('button', { name: 'Show 2 tasks' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await expect(cards).toHaveCount(2);
  await expect(filter(page, 'All')).toHaveAccessibleName('All 2');

  await filter(page, 'Needs attention').check();
  const busy = page.getByRole('button', { name: '1 too busy' });
  await busy.click();
  await expect(busy).toHaveAttribute('aria-pressed', 'true');
  await expect(cards).toHaveCount(1);
  await expectNoAxeViolations(page);

  await page.reload();
  await expect(page).toHaveURL(/show=attention&reason=overload&tag=social$/);
  await expect(page.getByRole('button', { name: '1 too busy' })).toBeVisible();
  await expect(cards).toHaveCount(1);

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('Busy social');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');

  await search.fill('tea house');
  await page.getByRole('button', { name: 'Without the search: 1 task' }).click();
  await expect(cards).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove filter Tag: social' }).click();
  await expect(cards).toHaveCount(2);

  await page.goto('./');
  await expect(cards).toHaveCount(4);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Busy social' }).click();
  await expect(page).toHaveURL(/show=attention&reason=overload&tag=social$/);
  await expect(cards).toHaveCount(1);
});

/** Adds tags to a card, by its place on the board. */
async function tag(page: Page, place: number, tags: string): Promise<void> {
  const one = page.getByRole('article').nth(place);
  await choose(page, one, 'Add note');
  const dialog = page.getByRole('dialog', { name: 'Note and tags' });
  await dialog.getByRole('textbox', { name: 'Add a tag' }).fill(tags);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
}
