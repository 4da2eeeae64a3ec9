import type { Locator, Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { card, choose, filter, filterCount, pasteBox, pasteTasks } from './support/page';

test.use(WITHOUT_WORKER);

const IDS = [PUBLISHED_RUNNING, LINK.id, FAILED.id, CONTENT.id];

test.beforeEach(async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  await expect(filter(page, 'Ready')).toHaveAccessibleName('Ready 2');
  await expect(filter(page, 'Needs attention')).toHaveAccessibleName('Needs attention 1');
});

test('the filter counts and shows its tasks; it stands in the address, and Back undoes it @firefox', async ({
  page,
}) => {
  await expect(filter(page, 'All')).toHaveAccessibleName('All 4');
  await filter(page, 'Ready').check();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page).toHaveURL(/#\/\?show=ready$/);
  await filter(page, 'Needs attention').check();
  await expect(card(page, FAILED.title)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);

  await page.goBack();
  await expect(filter(page, 'Ready')).toBeChecked();
  await page.reload();
  await expect(filter(page, 'Ready')).toBeChecked();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('search finds prompts and ids, counts follow, and nothing found offers a way out', async ({
  page,
}) => {
  const search = page.getByRole('searchbox', { name: 'Search tasks' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.fill('ANIMATE');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(card(page, 'make animate')).toBeVisible();
  expect(await filterCount(page, 'All')).toBe(1);
  await search.fill(LINK.id.slice(6));
  await expect(card(page, LINK.title)).toBeVisible();
  await search.fill('zebra');
  await expect(page.getByText('No task matches “zebra”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all tasks' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
});

test('the order is chosen, and pasted order is kept within a batch', async ({ page }) => {
  const sort = page.getByRole('combobox', { name: 'Sort' });
  await expect.poll(() => titles(page)).toEqual(['make animate', ...rest()]);
  await sort.selectOption({ label: 'By status' });
  await expect.poll(async () => (await titles(page))[0]).toBe(FAILED.title);
  await expect(page).toHaveURL(/sort=state/);
  await sort.selectOption({ label: 'Ready soonest' });
  await expect.poll(async () => (await titles(page))[0]).toBe('make animate');
});

test('a task is renamed, removed, and brought back by Undo', async ({ page }) => {
  await choose(page, card(page, LINK.title), 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour at dawn');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Harbour at dawn')).toBeVisible();

  await choose(page, card(page, 'Harbour at dawn'), 'Remove');
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Harbour at dawn')).toContainText('Ready');

  await choose(page, card(page, 'Harbour at dawn'), 'Remove');
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(3);
});

test('the menu has every item, and says why one cannot be chosen', async ({ page }) => {
  await card(page, 'make animate').getByRole('button', { name: 'More actions' }).click();
  const menu = page.getByRole('menu');
  const items = ['Rename', 'Copy video link', 'Copy task id', 'Check now', 'Details', 'Remove'];
  for (const item of items) await expect(menu.getByRole('menuitem', { name: item })).toBeVisible();
  const link = menu.getByRole('menuitem', { name: 'Copy video link' });
  await expect(link).toBeDisabled();
  await expect(link).toContainText('There is no video yet.');
});

test('links and ids are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await choose(page, card(page, LINK.title), 'Copy task id');
  await expect.poll(copied).toBe(LINK.id);
  await choose(page, card(page, LINK.title), 'Copy video link');
  await expect.poll(copied).toMatch(/^https?:\/\/.*\.mp4/);
});

test('Check now asks at once', async ({ page, gateway }) => {
  const before = gateway.lookUps(LINK.id).length;
  await choose(page, card(page, LINK.title), 'Check now');
  await expect.poll(() => gateway.lookUps(LINK.id).length).toBe(before + 1);
});

test('the details have an address of their own, all that is known, and a way back @hosted', async ({
  page,
}) => {
  await choose(page, card(page, 'make animate'), 'Details');
  await expect(page).toHaveURL(/#\/task\//);
  const details = card(page, 'make animate');
  await expect(details).toContainText('How it went');
  await expect(details).toContainText('Model');
  await details.getByText('What the service answered').first().click();
  await expect(details).toContainText('"progress_pct"');
  await page.reload();
  await expect(details).toContainText('How it went');
  await page
    .getByRole('button', { name: 'Next', exact: true })
    .or(page.getByRole('button', { name: 'Board' }))
    .first()
    .isVisible();
  await page.getByRole('button', { name: 'Board' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
});

test('an input picture opens large, and Escape closes it', async ({ page }) => {
  await card(page, 'make animate').getByRole('button', { name: 'Open input image 1' }).click();
  const large = page.getByRole('dialog', { name: 'Input image 1 / 2' });
  await expect(large.getByRole('button', { name: 'Previous image' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Input image 2 / 2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a failed task says what happened and what to try; its own words are folded', async ({
  page,
}) => {
  const task = card(page, FAILED.title);
  await expect(task).toContainText('Failed');
  await expect(task).not.toContainText(FAILED.words);
  await task.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByText(FAILED.words).first()).toBeHidden();
  await page.getByText('The service’s own message').click();
  await expect(page.getByText(FAILED.words).first()).toBeVisible();
});

test('with the keyboard alone: to a card’s menu, to its details, and back', async ({ page }) => {
  const menuButton = card(page, 'make animate').getByRole('button', { name: 'More actions' });
  await tabTo(page, () => menuButton.evaluate((button) => button === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menuButton).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.type('Det');
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/task\//);
  await expect(page.getByRole('main')).toBeFocused();

  const back = page.getByRole('button', { name: 'Board' });
  await tabTo(page, () => back.evaluate((button) => button === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(card(page, 'make animate')).toBeFocused();
});

test('the focus stays near what is gone: a removed card, a closed dialog', async ({ page }) => {
  const [first, second] = await page.getByRole('article').all();
  const menuOf = (task: Locator | undefined) => task!.getByRole('button', { name: 'More actions' });
  const name = await second!.getByRole('heading').textContent();
  await menuOf(first).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(menuOf(card(page, name ?? ''))).toBeFocused();

  const add = page.getByRole('button', { name: 'Add tasks' });
  await add.press('Enter');
  await expect(pasteBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
});

test('the language changes without a reload, and stays @firefox', async ({ page }) => {
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: /^已完成 2$/ })).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.getByRole('button', { name: '添加任务' }).first()).toBeVisible();
});

function rest(): string[] {
  return [LINK.title, FAILED.title, CONTENT.title];
}

function titles(page: Page): Promise<string[]> {
  return page.getByRole('article').getByRole('heading').allTextContents();
}

/** Presses Tab until it is there; fails when it cannot be reached in 60 steps. */
async function tabTo(page: Page, arrived: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (await arrived()) return;
  }
  throw new Error('Tab never gets there');
}
