import { expect } from './support/fixtures';
import { expectNoAxeViolations, pasteTasks } from './support/page';
import { expectAsked, partsIn, test } from './support/services';
import { storageDump } from './support/storage';

const ID = 'task_01k6x15vhrff09dkkqjrzwhm60';

const WORDS = 'a lighthouse at dawn';

test('what is kept is listed, can be locked away, and all of it can be forgotten', async ({
  page,
  context,
  services: [service],
  sleepThrough,
}) => {
  await page.goto('./');
  await pasteTasks(page, {
    address: service.address,
    key: service.key,
    ids: [ID],
    onThisDevice: true,
  });
  await expectAsked(service, [ID]);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Version and requests…' }).click();
  const about = page.getByRole('dialog', { name: 'About Rushes' });
  await expect(
    about.getByRole('cell', { name: `${service.address}/v1/videos/${ID}` }).first(),
  ).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'What is kept where…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is kept where' });
  await expect(dialog).toContainText('1 key on this device');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Lock this page…' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(WORDS);
  await page.getByLabel('The passphrase once more').fill(WORDS);
  await page.getByRole('button', { name: 'Lock with this passphrase' }).click();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveCount(0);

  await page.reload();
  const locked = page.getByRole('heading', { name: 'This page is locked' });
  await expect(locked).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expectNoAxeViolations(page);
  const before = service.got.length;
  // Nobody looks, and yet the tasks are checked.
  await sleepThrough([page]);
  await expect.poll(() => service.got.length).toBeGreaterThan(before);
  await page.getByLabel('Passphrase').fill('another one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not the passphrase.')).toBeVisible();
  await page.getByLabel('Passphrase').fill(WORDS);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);

  const other = await context.newPage();
  await other.goto('./');
  await other.getByLabel('Passphrase').fill(WORDS);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'What is kept where…' }).click();
  await dialog.getByRole('button', { name: 'Forget everything…' }).click();
  await dialog.getByRole('button', { name: 'Forget everything', exact: true }).click();
  // Said by the page that has begun anew.
  await expect(page.getByText(/^Everything was forgotten/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Watch your video tasks finish' })).toBeVisible();
  await expect(other.getByRole('article')).toHaveCount(0);
  const left = await storageDump(page);
  expect(partsIn(left, [service.key, ID])).toEqual([]);
  expect(
    await page.evaluate(async () => (await navigator.storage.getDirectory()).keys().next()),
  ).toMatchObject({ done: true });
});
