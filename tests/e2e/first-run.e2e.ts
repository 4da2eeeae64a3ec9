import { goTo, pressOn } from './support/by-keyboard';
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

test('the first screen says what it is, and has a way past the banner @firefox', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page).toHaveTitle('Add tasks · Rushes');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await goTo(page, skip);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await pressOn(page, page.getByRole('link', { name: 'Help' }), 'Shift+Tab');
  await expect(page).toHaveTitle('Help · Rushes');
});

test.describe('in another language', () => {
  test.use({ locale: 'de-CH' });

  test('what is told to who installs the page is in that language, of the same app', async ({
    page,
  }) => {
    await page.goto('./');
    const link = page.locator('link[rel="manifest"]');
    await expect(link).toHaveAttribute('href', './manifest.de.webmanifest');
    const told = await page.evaluate(async () => {
      const read = async (file: string) => (await fetch(file)).json() as Promise<{ id: string }>;
      return [await read('manifest.webmanifest'), await read('manifest.de.webmanifest')];
    });
    expect(told[1]).toMatchObject({ id: told[0]?.id, lang: 'de', name: 'Rushes' });
  });
});

function anyOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}
