import { readFile } from 'node:fs/promises';

import { expect, test } from './support/fixtures';
import { CONTENT, KEY, LINK } from './support/ids';
import { saveData } from './support/kept';
import { card, choose, expectPlays, filter, pasteTasks } from './support/page';

test.beforeEach(async ({ page, gateway }) => {
  // No request for a picture among those for a player.
  await saveData(page);
  await page.goto('./');
  const ids = [LINK.id, CONTENT.id];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(2);
});

test('a video with a link plays inline, in its card @hosted', async ({ page }) => {
  const task = card(page, LINK.title);
  await expect(task.locator('video')).toHaveCount(0);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await expect(task.getByText('New', { exact: true })).toBeHidden();
});

test('a protected video streams with the key on Play, and only then @hosted', async ({
  page,
  gateway,
}) => {
  // Two bytes tell beforehand whether there is a video.
  const fetches = () =>
    gateway.log.filter(
      ({ method, path, range }) =>
        method === 'GET' && path.endsWith('/content') && range !== 'bytes=0-1',
    );
  expect(fetches()).toEqual([]);
  const task = card(page, CONTENT.title);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  expect(fetches().some(({ authorized }) => authorized)).toBe(true);
  const { src, seekable } = await task.locator('video').evaluate((video: HTMLVideoElement) => ({
    src: video.src,
    seekable: video.seekable.length > 0 && video.seekable.end(0) > 1,
  }));
  expect(src).toMatch(/\/clip\/[-0-9a-f]+$/);
  expect(seekable).toBe(true);
});

test('what a service sends for a player is no page of this host', async ({ page }) => {
  const task = card(page, CONTENT.title);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  const src = await task.locator('video').evaluate((video: HTMLVideoElement) => video.src);
  // As *Open video in a new tab* of the browser's own menu does.
  const other = await page.context().newPage();
  // Chromium shows a page of its own for a 404 without a body, and says so; its headless shell shows an empty one.
  const came = await other.goto(src).then(
    async (answer) => [answer?.status(), await other.locator('body').innerText()],
    (error: unknown) => [404, /ERR_HTTP_RESPONSE_CODE_FAILURE/.test(String(error)) ? '' : error],
  );
  expect(came).toEqual([404, '']);
  await expectPlays(task);
});

test('one video plays at a time', async ({ page }) => {
  await card(page, LINK.title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, LINK.title));
  await card(page, CONTENT.title).getByRole('button', { name: 'Play' }).click();
  await expectPlays(card(page, CONTENT.title));
  await expect(page.locator('video')).toHaveCount(1);
  await expect(card(page, LINK.title).getByRole('button', { name: 'Play' })).toBeVisible();
});

for (const [kind, task] of [
  ['public', LINK],
  ['protected', CONTENT],
] as const) {
  test(`a ${kind} video is saved whole, under a name a person finds again @hosted @firefox`, async ({
    page,
  }) => {
    const coming = page.waitForEvent('download');
    await card(page, task.title).getByRole('button', { name: 'Download' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^[^/\\:*?"<>|]{3,} – \d{4}-\d{2}-\d{2}.*\.mp4$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
    await expect(page.getByText(`Downloaded as ${download.suggestedFilename()}`)).toBeVisible();
  });
}

test('a video goes on playing while the filter around it changes', async ({ page }) => {
  const task = card(page, LINK.title);
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await filter(page, 'Ready').check();
  await expectPlays(task);
});

test('the large view plays the video too @hosted', async ({ page }) => {
  await choose(page, card(page, LINK.title), 'Details');
  const large = card(page, LINK.title);
  await large.getByRole('button', { name: 'Play' }).click();
  await expectPlays(large);
});

/** Ids of tasks that are ready, but whose videos are not what they should be. */
const BROKEN = [
  { id: 'econtent401-4801', told: 'The key was not accepted for this video' },
  { id: 'econtenterror-4802', told: 'The video file is not there yet' },
] as const;

for (const { id, told } of BROKEN) {
  test(`a video that cannot be had says why: “${told}” (${id})`, async ({ page, gateway }) => {
    await pasteTasks(page, { address: gateway.address, ids: [id] });
    const task = page.locator(`[data-card$="${id}"]`);
    await task.getByRole('button', { name: 'Play' }).click();
    await expect(task).toContainText(told);
    await expect(task).toContainText('Ready');
  });
}
