import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { ALL_FACES, FAILED, KEY, WRONG_KEY } from './support/ids';
import { card, expectNoAxeViolations } from './support/page';
import { wordsOf, type Words } from './support/words';

test.use(WITHOUT_WORKER);

/** Every language meets both themes and both sizes, and every theme both sizes. */
const LOOKS = [
  { locale: 'en', desktop: 'light', phone: 'dark' },
  { locale: 'zh-CN', desktop: 'dark', phone: 'light' },
] as const;

for (const { locale, desktop, phone } of LOOKS) {
  test.describe(`in ${locale}, ${desktop} on a desktop, ${phone} on a phone`, () => {
    test.use({
      locale,
      colorScheme: async ({ isMobile }, provide) => provide(isMobile ? phone : desktop),
    });
    const t = wordsOf(locale);

    test('axe finds nothing on the first screen, empty, filled and refused @phone', async ({
      page,
      gateway,
    }) => {
      await page.goto('./');
      await expect(page.getByRole('textbox', { name: t('add.box') })).toBeVisible();
      await expectNoAxeViolations(page);
      await fill(page, t, gateway.address, WRONG_KEY);
      await expectNoAxeViolations(page);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoAxeViolations(page);
      await expectNoSidewaysScrolling(page);
    });

    test('axe finds nothing on the board with every face, nor on what opens over it @phone', async ({
      page,
      gateway,
    }) => {
      test.slow();
      await page.goto('./');
      await fill(page, t, gateway.address, KEY);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(card(page, FAILED.title)).toContainText(t('card.face.failed'));
      await expectNoAxeViolations(page);
      await expectNoSidewaysScrolling(page);

      await page
        .getByRole('button', { name: t('card.actions') })
        .first()
        .click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.getByRole('menuitem', { name: t('card.menu.rename') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: t('app.settings') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');

      await page
        .getByRole('button', { name: t('app.addTasks') })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');

      await openFailed(page, t);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScrolling(page);
    });
  });
}

test.describe('where the room is dark and people read Chinese', () => {
  test.use({ locale: 'zh-CN', colorScheme: 'dark' });

  const t = wordsOf('zh-CN');

  test('the page is dark and in Chinese from the start, and axe finds nothing on its cards @firefox', async ({
    page,
    gateway,
  }) => {
    await page.goto('./');
    await expect(page.getByRole('textbox', { name: t('add.box') })).toBeVisible();
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'zh-CN');
    await expect(html).toHaveCSS('color-scheme', 'dark');
    await fill(page, t, gateway.address, KEY);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(card(page, FAILED.title)).toContainText(t('card.face.failed'));
    await expectNoAxeViolations(page);
    await openFailed(page, t);
    await expectNoAxeViolations(page);
  });
});

/** The details of a task that failed, unfolded. */
async function openFailed(page: Page, t: Words): Promise<void> {
  await card(page, FAILED.title)
    .getByRole('button', { name: t('card.details') })
    .click();
  await expect(page).toHaveURL(/#\/task\//);
  await page.getByText(t('details.words')).click();
  await page.getByText(t('details.answer')).first().click();
}

async function fill(page: Page, t: Words, address: string, key: string): Promise<void> {
  await page
    .getByRole('combobox', { name: t('add.service') })
    .selectOption({ label: t('add.other') });
  await page.getByRole('textbox', { name: t('add.address') }).fill(address);
  await page.getByRole('textbox', { name: t('add.box') }).fill([key, ...ALL_FACES].join('\n'));
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, 'px that the page is wider than the window').toBeLessThanOrEqual(0);
}
