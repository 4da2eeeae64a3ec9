import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { DEMO_KEY, LONG_TASK, LONG_TASKS } from './support/ids';
import { card, choose, pasteTasks } from './support/page';
import type { TestGateway } from './support/gateway';

test('two tabs ask no more often than one, and both see every answer', async ({
  page,
  context,
  gateway,
}) => {
  await page.goto('/');
  await pasteTasks(page, { address: gateway.address, key: DEMO_KEY, ids: LONG_TASKS });
  await expect(filmsKnown(page)).toHaveCount(LONG_TASKS.length);

  const second = await context.newPage();
  const asked = lookUpsOf(second, gateway);
  await second.goto('/');
  await expect(filmsKnown(second)).toHaveCount(LONG_TASKS.length);
  const before = allLookUps(gateway);
  await expect.poll(() => allLookUps(gateway)).toBeGreaterThan(before + 3);
  expect(asked, 'what the second tab asked').toEqual([]);

  gateway.advance(3_600_000);
  for (const tab of [page, second]) {
    await expect(tab.getByRole('button', { name: 'Play' })).toHaveCount(LONG_TASKS.length, {
      timeout: 30_000,
    });
  }
  expect(asked, 'what the second tab asked').toEqual([]);
});

test('what is added, renamed or removed in one tab is seen in the other', async ({
  page,
  context,
  gateway,
}) => {
  const [first = '', second = ''] = LONG_TASKS;
  await page.goto('/');
  await pasteTasks(page, { address: gateway.address, key: DEMO_KEY, ids: [first] });
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('article')).toHaveCount(1);

  await pasteTasks(other, { address: gateway.address, ids: [second] });
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(filmsKnown(page)).toHaveCount(2);

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

test('when the tab that asks is closed, the other goes on', async ({ page, context, gateway }) => {
  await page.goto('/');
  await pasteTasks(page, { address: gateway.address, key: DEMO_KEY, ids: [LONG_TASK] });
  await expect(filmsKnown(page)).toHaveCount(1);
  const other = await context.newPage();
  const asked = lookUpsOf(other, gateway);
  await other.goto('/');
  await expect(filmsKnown(other)).toHaveCount(1);

  await page.close();
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(1);
  gateway.advance(3_600_000);
  await expect(other.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 });
});

/** Cards with an answer: all of these tasks are being made. */
function filmsKnown(page: Page) {
  return page.getByRole('progressbar', { name: 'Progress', exact: true });
}

/** The look-ups that one tab sends from now on. */
function lookUpsOf(page: Page, gateway: TestGateway): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(gateway.address)) asked.push(request.url());
  });
  return asked;
}

function allLookUps(gateway: TestGateway): number {
  return LONG_TASKS.reduce((sum, id) => sum + gateway.lookUps(id).length, 0);
}
