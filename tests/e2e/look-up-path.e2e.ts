import type { Locator, Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import { expectNoAxeViolations, fillForm, goingOn, pasteTasks, trackButton } from './support/page';
import { wordsOf } from './support/words';

test.use(WITHOUT_WORKER);

const t = wordsOf('en');
/** Such a task is known at the query path alone. */
const ID = 'e404route-4901';
const NOWHERE = '/nowhere/{id}';

async function openPath(page: Page, address: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: t('connections.changePath') }).click();
  return page.getByRole('textbox', { name: `Status path of ${address.replace('http://', '')}` });
}

test('a full address with {id} is where every task is looked up', async ({ page, gateway }) => {
  await page.goto('./');
  const address = `${gateway.address}/studio/v1/video/query?id={id}`;
  await pasteTasks(page, { address, key: KEY, ids: [ID, 'video_4902'] });
  await expect(goingOn(page)).toHaveCount(2);
  const asked = gateway.log.filter(({ authorized }) => authorized).map(({ path }) => path);
  expect(asked.filter((path) => !path.startsWith('/studio/v1/video/query?id='))).toEqual([]);
});

test('@phone a wrong path is mended in Settings: the tasks go on at once, and after a reload', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await fillForm(page, {
    address: gateway.address + NOWHERE,
    key: KEY,
    ids: [ID],
    onThisDevice: true,
  });
  await trackButton(page).click();
  await expect(page.getByRole('alert')).toContainText('{id}');
  await page.getByRole('button', { name: t('add.trackAnyway') }).click();
  const task = page.getByRole('article');
  await expect(task).toContainText(t('problems.wrong_base.title'));

  const field = await openPath(page, gateway.address);
  await expect(field).toHaveValue(NOWHERE);
  await field.fill('v1/video/query');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Start with / and write {id} where the task id goes.')).toBeVisible();
  await expect(field).toHaveValue('v1/video/query');
  await expectNoAxeViolations(page);
  await field.fill('/v1/video/query?id={id}');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Status path: /v1/video/query?id={id}')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(task).toContainText(/Waiting|Running/);
  await expect(task).not.toContainText(t('problems.wrong_base.title'));

  await page.reload();
  await expect(await openPath(page, gateway.address)).toHaveValue('/v1/video/query?id={id}');
  await page.getByRole('button', { name: t('connections.pathUsual') }).click();
  await expect(page.getByText(/^Status path: /)).toHaveCount(0);
});

test('a path said in one tab is where the tab that asks asks next', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('./');
  await fillForm(page, { address: gateway.address + NOWHERE, key: KEY, ids: ['video_4903'] });
  await trackButton(page).click();
  await page.getByRole('button', { name: t('add.trackAnyway') }).click();
  await expect(page.getByRole('article')).toContainText(t('problems.wrong_base.title'));

  const second = await context.newPage();
  await second.goto('./');
  const field = await openPath(second, gateway.address);
  await field.fill('/studio/v1/videos/{id}');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article')).toContainText(/Waiting|Running/);
  expect(gateway.log.some(({ path }) => path === '/studio/v1/videos/video_4903')).toBe(true);
});
