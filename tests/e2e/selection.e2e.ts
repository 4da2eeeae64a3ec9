import { expect, test } from './support/fixtures';
import { CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from './support/ids';
import { card, expectNoAxeViolations, filter, pasteTasks } from './support/page';
import type { Page } from '@playwright/test';

const READY = [LINK, CONTENT];
const IDS = [PUBLISHED_RUNNING, FAILED.id, ...READY.map(({ id }) => id)];

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });
const chosen = (page: Page) => page.getByRole('article').getByRole('checkbox', { checked: true });

test.beforeEach(async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  await expect(filter(page, 'Ready')).toHaveAccessibleName(`Ready ${READY.length}`);
});

test('cards are chosen with Shift, by dragging and by keyboard; a bar says how many @firefox', async ({
  page,
}) => {
  const cards = page.getByRole('article');
  const box = (index: number) => cards.nth(index).getByRole('checkbox');
  await cards.nth(0).hover();
  await box(0).click();
  await expect(bar(page).getByText('1 selected')).toBeVisible();
  await box(2).click({ modifiers: ['Shift'] });
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await expectNoAxeViolations(page);
  // Once anything is chosen, a click anywhere in a card is enough.
  await cards.nth(1).getByRole('heading').click();
  await expect(bar(page).getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();

  await cards.nth(1).hover();
  await box(1).hover();
  await page.mouse.down();
  await cards.nth(2).hover();
  await cards.nth(3).hover();
  await page.mouse.up();
  await expect(chosen(page)).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(chosen(page)).toHaveCount(IDS.length);
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(chosen(page)).toHaveCount(0);

  await cards.nth(0).getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('x');
  await cards.nth(2).getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Shift+X');
  await expect(chosen(page)).toHaveCount(3);
});

test('a band drawn from empty ground chooses what it touches, adds with Shift, and goes with Escape', async ({
  page,
}) => {
  const at = async (index: number) => {
    const box = await page.getByRole('article').nth(index).boundingBox();
    if (!box) throw new Error(`no card ${index}`);
    return box;
  };
  const { mouse } = page;
  const first = await at(0);
  const third = await at(2);
  const below = { x: third.x + third.width + 10, y: third.y + third.height + 10 };
  await mouse.move(below.x, below.y);
  await mouse.down();
  await mouse.move(third.x + 20, third.y + 40, { steps: 3 });
  await expect(chosen(page)).toHaveCount(1);
  await mouse.up();
  await expect(page.locator('[data-band]')).toHaveCount(0);
  await expect(bar(page).getByText('1 selected')).toBeVisible();

  const corner = { x: first.x - 10, y: first.y + first.height - 5 };
  await page.keyboard.down('Shift');
  await mouse.move(corner.x, corner.y);
  await mouse.down();
  await mouse.move(first.x + 30, first.y + 30, { steps: 3 });
  await expect(chosen(page)).toHaveCount(2);
  await mouse.up();
  await page.keyboard.up('Shift');

  await mouse.move(below.x, below.y);
  await mouse.down();
  await mouse.move(first.x + 20, first.y + 40, { steps: 3 });
  await expect(chosen(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(2);
  await mouse.up();
  await expect(chosen(page)).toHaveCount(2);
});

test('many are picked at once; what was left out is said, and one Undo takes all of it back', async ({
  page,
}) => {
  await page.keyboard.press('ControlOrMeta+a');
  const picked = page.getByRole('article').getByRole('button', { name: 'Picked', pressed: true });
  await bar(page).getByRole('button', { name: 'Pick', exact: true }).click();
  const said = bar(page).getByRole('status');
  await expect(said).toContainText(`${READY.length} picked · 2 skipped`);
  await expect(picked).toHaveCount(READY.length);
  await page.reload();
  await expect(picked).toHaveCount(READY.length);

  await page.keyboard.press('ControlOrMeta+a');
  await bar(page).getByRole('button', { name: 'Pick', exact: true }).click();
  await expect(picked).toHaveCount(0);
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(picked).toHaveCount(READY.length);
});

test('many are tagged, moved to a shot, copied as cells, and removed with one Undo', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+a');
  await bar(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tags' }).fill('hero, for social');
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).toContainText(`${IDS.length} tasks tagged`);
  await bar(page).getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('combobox', { name: 'Shot' }).fill('SH010 Lighthouse');
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).toContainText('moved to SH010 Lighthouse');
  await bar(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'As cells for a spreadsheet' }).click();
  await expect
    .poll(
      async () => (await page.evaluate(() => navigator.clipboard.readText())).split('\n').length,
    )
    .toBe(IDS.length);

  await bar(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(bar(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, LINK.title)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(IDS.length);
});
