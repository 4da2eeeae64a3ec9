import { card, expectPlays, filter } from './support/page';
import { expect, test } from './support/fixtures';

test('a newcomer without a key watches a sample task finish, plays it, and finds it after a reload @hosted @firefox', async ({
  page,
  sleepThrough,
}) => {
  await page.goto('./');
  await expect(page.getByRole('banner').getByRole('heading', { name: 'Rushes' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the sample board' }).click();

  const progress = page.getByRole('progressbar', { name: 'Progress', exact: true });
  const running = page.getByRole('article').filter({ has: progress }).getByRole('heading');
  await expect(running.first()).toBeVisible();
  const titles = await running.allTextContents();
  // A second before the first of them ends.
  await sleepThrough([page], 20_000);

  const done = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: anyOf(titles) }) })
    .filter({ has: page.getByRole('button', { name: 'Play' }) });
  await expect(done.first()).toBeVisible({ timeout: 30_000 });
  const title = (await done.first().getByRole('heading').textContent()) ?? '';
  await expect(card(page, title)).toContainText('Ready');
  await card(page, title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, title));

  await page.reload();
  await expect(card(page, title)).toContainText('Ready');
  await card(page, title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, title));
});

test('the sample board asks nobody outside the page', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !/^(?:blob|data):/.test(url)) elsewhere.push(url);
  });
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample board' }).click();
  await expect(filter(page, 'Ready')).not.toHaveAccessibleName('Ready 0');
  expect(elsewhere).toEqual([]);
});

test('the first screen offers everything a person with a key needs @phone', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('textbox', { name: 'Keys and task ids' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Service' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Add tasks' })).toBeDisabled();
  await expect(page.getByText('Nothing pasted yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
});

function anyOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}
