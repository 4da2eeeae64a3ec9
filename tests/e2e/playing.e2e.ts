import { readFile } from 'node:fs/promises';

import { expect, test } from './support/fixtures';
import { CONTENT_TASK, DEMO_KEY, LINK_TASK } from './support/ids';
import { card, choose, expectPlays, filter, pasteTasks } from './support/page';

test.beforeEach(async ({ page, gateway }) => {
  await page.goto('/');
  const ids = [LINK_TASK.id, CONTENT_TASK.id];
  await pasteTasks(page, { address: gateway.address, key: DEMO_KEY, ids });
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(2);
});

test('a video with a link plays inline, in its card', async ({ page }) => {
  const task = card(page, LINK_TASK.title);
  await expect(task.locator('video')).toHaveCount(0);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await expect(task.getByText('New', { exact: true })).toBeHidden();
});

test('a protected video is fetched with the key on Play, and only then', async ({
  page,
  gateway,
}) => {
  const fetches = () => gateway.log.filter(({ path }) => path.endsWith('/content'));
  expect(fetches()).toEqual([]);
  const task = card(page, CONTENT_TASK.title);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  expect(fetches().some(({ method, authorized }) => method === 'GET' && authorized)).toBe(true);
  expect(await task.locator('video').evaluate((video: HTMLVideoElement) => video.src)).toMatch(
    /^blob:/,
  );
});

test('one film plays at a time', async ({ page }) => {
  await card(page, LINK_TASK.title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, LINK_TASK.title));
  await card(page, CONTENT_TASK.title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, CONTENT_TASK.title));
  await expect(page.locator('video')).toHaveCount(1);
  await expect(card(page, LINK_TASK.title).getByRole('button', { name: 'Play' })).toBeVisible();
});

for (const [kind, task] of [
  ['public', LINK_TASK],
  ['protected', CONTENT_TASK],
] as const) {
  test(`a ${kind} video is saved whole, under a name a person finds again`, async ({ page }) => {
    const coming = page.waitForEvent('download');
    await card(page, task.title).getByRole('button', { name: 'Download' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^[^/\\:*?"<>|]{3,} – \d{4}-\d{2}-\d{2}.*\.mp4$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
    await expect(page.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
  });
}

test('a film goes on playing while the filter around it changes', async ({ page }) => {
  const task = card(page, LINK_TASK.title);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await filter(page, 'Ready').check();
  await expectPlays(task);
});

test('the large view plays the film too', async ({ page }) => {
  await choose(page, card(page, LINK_TASK.title), 'Details');
  const large = card(page, LINK_TASK.title);
  await large.getByRole('button', { name: 'Play' }).click();
  await expectPlays(large);
});
