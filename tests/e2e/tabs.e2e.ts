import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, KEY, LONG } from './support/ids';
import { card, choose, goingOn, pasteTasks } from './support/page';
import type { TestGateway } from './support/gateway';

test.use(WITHOUT_WORKER);

const IDS = BATCH.map(({ id }) => id);

test('two tabs ask no more often than one, and both see every answer @firefox', async ({
  page,
  context,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  await expect(goingOn(page)).toHaveCount(IDS.length);

  const second = await context.newPage();
  const asked = lookUpsOf(second, gateway);
  await second.goto('./');
  await expect(goingOn(second)).toHaveCount(IDS.length);
  gateway.advance(3_600_000);
  await sleepThrough([page, second]);
  for (const tab of [page, second]) {
    await expect(tab.getByRole('button', { name: 'Play' })).toHaveCount(IDS.length);
  }
  expect(asked, 'what the second tab asked').toEqual([]);
});

test('what is added, renamed or removed in one tab is seen in the other @firefox', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id] });
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByRole('article')).toHaveCount(1);

  await pasteTasks(other, { address: gateway.address, ids: [BATCH[0].id] });
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(goingOn(page)).toHaveCount(2);

  const chosen = other.getByRole('article').first();
  await choose(other, chosen, 'Rename');
  await other.getByRole('textbox', { name: 'Name' }).fill('Harbour at dawn');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Harbour at dawn')).toBeVisible();

  await choose(page, card(page, 'Harbour at dawn'), 'Remove');
  await expect(other.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(other, 'Harbour at dawn')).toBeVisible();
});

/** The look-ups that one tab sends from now on. */
function lookUpsOf(page: Page, gateway: TestGateway): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    // Of a finished video, a tab that is looked at may want a picture.
    const isLookUp =
      request.url().startsWith(gateway.address) && !request.url().includes('/content');
    if (isLookUp) asked.push(request.url());
  });
  return asked;
}
