import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { chooseService, expectNoAxeViolations, pasteBox, trackButton } from './support/page';

const TABLE = [
  ['Shot', 'Name', 'Task id'],
  ['SH010 Lighthouse', 'take 1', LINK.id],
  ['SH010 Lighthouse', 'take 2', CONTENT.id],
  ['SH010 Lighthouse', 'take 3', FAILED.id],
  ['SH2 Tea house', 'take 1', PUBLISHED_RUNNING],
];
const MESSAGE = [KEY, ...TABLE.map((row) => row.join('\t'))].join('\n');

test.use(WITHOUT_WORKER);

test('by keyboard alone: between cards, choose, pick, play, find, and no single keys', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteBox(page).fill(MESSAGE);
  await chooseService(page, gateway.address);
  await trackButton(page).click();
  const lighthouse = page.getByRole('region', { name: 'SH010 Lighthouse', exact: true });
  await expect(lighthouse).toContainText('2 of 3 ready');
  const card = (name: string) => lighthouse.getByRole('article', { name });
  const { keyboard } = page;

  // From nowhere to the first card, over the head of the next group, and along its cards.
  await keyboard.press('j');
  await expect(
    page.getByRole('region', { name: 'SH2 Tea house', exact: true }).getByRole('article'),
  ).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(card('take 1')).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('k');
  await expect(card('take 1')).toBeFocused();
  await keyboard.press('p');
  await expect(card('take 1').getByRole('button', { name: 'Picked' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Board' })).toBeVisible();
  // Playwright's own way back waits for a load that Firefox does not tell of.
  await page.evaluate(() => history.back());
  await expect(card('take 1')).toBeFocused();
  await keyboard.press(' ');
  await expect.poll(() => isPaused(page)).toBe(false);
  // The star acts over a video that plays, by key and by pointer, and the video goes on.
  const star = card('take 1').getByRole('button', { name: 'Picked' });
  await keyboard.press('p');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  expect(await isPaused(page)).toBe(false);
  await keyboard.press('j');
  await keyboard.press('k');
  await keyboard.press(' ');
  await expect.poll(() => isPaused(page)).toBe(true);

  await keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toContainText('Select up to here');
  await expectNoAxeViolations(page);
  await keyboard.press('Escape');
  await expect(card('take 1')).toBeFocused();

  // In the table, from row to row in the same column, over the head of the next group.
  await keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('combobox', { name: 'A command, a task or a shot' });
  await palette.fill('table');
  await expectNoAxeViolations(page);
  await keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Tasks' });
  // The focus stays with its task.
  await expect(grid.getByRole('rowheader').nth(1)).toBeFocused();
  await keyboard.press('k');
  await expect(grid.getByRole('rowheader').nth(0)).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('j');
  await expect(grid.locator('[data-row="3"] [data-cell="2"]')).toBeFocused();

  await keyboard.press('ControlOrMeta+k');
  await palette.fill('tea hou');
  await expect(page.getByRole('option', { name: 'SH2 Tea house', exact: true })).toBeVisible();
  await palette.fill('single keyboard');
  await expect(page.getByRole('status').getByText('Nothing found')).toBeAttached();
  await palette.fill('keyboard');
  await keyboard.press('Enter');
  await list.getByRole('radio', { name: 'On' }).press('ArrowRight');
  await expect(list).not.toContainText('Select up to here');
  await expect(list).toContainText('Select all shown');
  await keyboard.press('Escape');
  await expect(list).toBeHidden();
  await keyboard.press('n');
  await keyboard.press('/');
  await keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeFocused();
});

function isPaused(page: Page): Promise<boolean | undefined> {
  return page.evaluate(() => document.querySelector<HTMLVideoElement>('article video')?.paused);
}
