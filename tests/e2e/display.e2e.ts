import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { ALL_FACES, KEY, LINK } from './support/ids';
import { card, expectNoAxeViolations, pasteTasks } from './support/page';
import { overlapsAmong, readTexts } from './support/read-texts';

test.use(WITHOUT_WORKER);

test('larger text and more contrast are chosen in the settings, laid out for, and there at the next start', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LINK.id, ...ALL_FACES] });
  await expect(card(page, LINK.title)).toContainText('Ready');
  await expect(page.getByText('Not checked yet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Settings' }).click();
  await choose(page, 'Text size', '150%');
  await choose(page, 'Contrast', 'More');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFits(page);
  await expectNoAxeViolations(page);

  // Whatever is drawn before the page's own code has come.
  await page.route(/assets\/index-.*\.js/, () => {});
  await page.reload({ waitUntil: 'commit' });
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-contrast');
  await expect(root).toHaveCSS('font-size', '24px');
  await page.unroute(/assets\/index-.*\.js/);
  await page.reload();
  await expect(card(page, LINK.title)).toContainText('Ready');
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 4000 });
    await expect(page.getByRole('article').first()).toBeVisible();
    await expectFits(page);
  }
});

async function choose(page: Page, group: string, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).check();
}

/** Nothing overlaps, and nothing but strips scrolls sideways. */
async function expectFits(page: Page): Promise<void> {
  await expect.poll(async () => overlapsAmong(await readTexts(page.locator('body')))).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}
