import type { Locator, Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, KEY, PUBLISHED_READY, PUBLISHED_RUNNING, WRONG_KEY } from './support/ids';
import { pasteBox, pasteFromClipboard, trackButton } from './support/page';

test.use(WITHOUT_WORKER);

/** Adding with the keyboard alone: nothing here is pressed with a pointer. */

const DOUBTFUL = 'q7ZpWm3xKd9vTb5RcYn2Lh8GfJs4Ua6Eq1Kd0w';

function message(address: string, key = KEY): string {
  return `base url ${address}/v1 key: ${key}
SH010 Lighthouse
take 1: ${PUBLISHED_RUNNING}
take 2: ${PUBLISHED_READY}
take 3: ${BATCH[0].id}`;
}

test('a piece is reached and corrected, and its place keeps the focus', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteInto(page, message(gateway.address));
  await page.keyboard.press('Tab');
  await expect(piece(page, /, address$/)).toBeFocused();
  await page.keyboard.press('End');
  const last = piece(page, /^video_86c5d3e4, /);
  await expect(last).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'What is this?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(last).toBeFocused();

  await ignore(page);
  await expect(page.getByText('2 tasks', { exact: true })).toBeVisible();
  await expect(page.locator(':focus')).toHaveAccessibleName(/video_86c5d3e4/);

  // One stop for all pieces: the next Tab leaves them.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Service' })).toBeFocused();
});

test('from the box to the board by Tab and Enter, and what was found is read out', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteInto(page, message(gateway.address));
  const found = page.getByRole('status').filter({ hasText: '1 key' });
  await expect(found).toHaveText(/1 address.*3 tasks.*1 shot/);
  await tabTo(page, page.getByRole('textbox', { name: 'Batch' }));
  await page.keyboard.type('Harbour');
  await page.keyboard.press('Tab');
  await expect(trackButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByRole('main')).toBeFocused();
});

test('an answered question hands the focus on', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteInto(page, `${message(gateway.address)}\nspare: ${DOUBTFUL}`);
  const neither = page.getByRole('button', { name: 'Neither' });
  await tabTo(page, neither);
  await page.keyboard.press('Enter');
  await expect(neither).toBeHidden();
  await expect(trackButton(page)).toBeFocused();
});

test('a refused key is in sight, and the button keeps the focus', async ({ page, gateway }) => {
  await page.setViewportSize({ width: 390, height: 544 });
  await page.goto('./');
  await pasteInto(page, message(gateway.address, WRONG_KEY));
  await tabTo(page, trackButton(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(trackButton(page)).toBeFocused();
  await expect(trackButton(page)).toBeInViewport({ ratio: 1 });
});

test('a paste while a choice has the focus goes into the box', async ({ page, gateway }) => {
  await page.goto('./');
  const service = page.getByRole('combobox', { name: 'Service' });
  await tabTo(page, service);
  await pasteFromClipboard(page, message(gateway.address));
  await expect(pasteBox(page)).toHaveValue(new RegExp(PUBLISHED_READY));
  await expect(service).toHaveValue(gateway.address);
});

async function pasteInto(page: Page, text: string): Promise<void> {
  await pasteBox(page).focus();
  await pasteFromClipboard(page, text);
  await expect(trackButton(page)).toBeEnabled();
}

function piece(page: Page, name: RegExp): Locator {
  return page
    .getByRole('group', { name: 'What was found in the text' })
    .getByRole('button', { name });
}

/** Says that the focused piece, and what looks like it, is nothing. */
async function ignore(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type('Ignore');
  await expect(page.getByRole('menuitemradio', { name: 'Ignore' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeHidden();
}

/** Presses Tab until something has the focus; fails if it cannot be reached within the form. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
