import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { BATCH, KEY, PUBLISHED_RUNNING } from './support/ids';
import { expectNoAxeViolations, goingOn, pasteTasks } from './support/page';

test.use({ ...WITHOUT_WORKER, viewport: { width: 1440, height: 1800 } });

test('on return one line says what ended, over a reload too, and filters; no card moves for it', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  await page.goto('./');
  const ids = [...BATCH.map(({ id }) => id), PUBLISHED_RUNNING];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });
  await expect(goingOn(page)).toHaveCount(ids.length);
  const away = page.getByRole('region', { name: 'While you were away' });
  await expect(away).toHaveCount(0);
  const top = () =>
    page
      .getByRole('article')
      .first()
      .evaluate((first) => first.getBoundingClientRect().top);
  const before = await top();

  gateway.advance(3_600_000);
  await sleepThrough([page], 10 * 60_000);
  await expect(away.getByRole('button', { name: `${BATCH.length} ready` })).toBeVisible();
  // No card counts that goes on, and nothing is said of what there is none of.
  await expect(away.getByRole('button')).toHaveCount(2);
  expect(await top()).toBe(before);
  await expectNoAxeViolations(page);
  await page.reload();
  await expect(page.getByText('New', { exact: true })).toHaveCount(BATCH.length);
  await away.getByRole('button', { name: `${BATCH.length} ready` }).click();
  await expect(page.getByRole('article')).toHaveCount(BATCH.length);
  await expect(page.getByText('Ended while you were away')).toBeVisible();

  await away.getByRole('button', { name: 'OK' }).press('Enter');
  await expect(away).toHaveCount(0);
  // What is looked at does not go away with the line.
  await expect(page.getByRole('article')).toHaveCount(BATCH.length);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(BATCH.length);
  await expect(away).toHaveCount(0);
});
