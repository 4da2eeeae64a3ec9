import type { Locator, Page } from '@playwright/test';

import { demoVideo, video, startVideoHost, type VideoHost } from './support/video-host';
import { expect, test } from './support/fixtures';
import { filesIn, onBoard, pickOpfsFolder } from './support/kept';
import { expectNoAxeViolations, expectPlays } from './support/page';

const SEA = demoVideo('sea');
const AURORA = demoVideo('aurora');

let host: VideoHost;
test.afterEach(() => host.stop());

test('a folder that has to be allowed again is asked for above the board, and keeping goes on', async ({
  page,
}) => {
  await pickOpfsFolder(page);
  await page.addInitScript(() => {
    const prototype = FileSystemDirectoryHandle.prototype as object;
    // A folder of the person's: after a reload this browser wants to be asked before it is touched.
    const answer = () => Promise.resolve(sessionStorage.getItem('folder') ?? 'granted');
    const request = () => {
      sessionStorage.setItem('folder', 'granted');
      return answer();
    };
    Object.assign(prototype, { queryPermission: answer, requestPermission: request });
  });
  host = await startVideoHost({ 'clip-1': { content: video(SEA) } });
  await onBoard(page, host, 1);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'In a folder' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 video is on this device');

  await page.evaluate(() => sessionStorage.setItem('folder', 'prompt'));
  await page.reload();
  await page.getByRole('article').getByRole('button', { name: 'Play' }).click();
  const asks = page.getByText('the browser needs you to allow the folder again');
  await expect(asks).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Allow the folder' }).click();
  await expect(asks).toHaveCount(0);
  expect(await filesIn(page, 'picked')).toHaveLength(1);
});

test('to turn it off gives up the video under way, and calls nothing a failure', async ({
  page,
}) => {
  host = await startVideoHost({ 'clip-1': { content: video(AURORA, { slowMs: 60_000 }) } });
  await onBoard(page, host, 1);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'In this browser' }).click();
  await expect.poll(() => host.log.length).toBe(1);
  await autoSave(page).getByRole('radio', { name: 'Off' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toContainText('Nothing is saved yet');
  await expect(settings).not.toContainText('could not be saved');
  expect(await filesIn(page, 'kept')).toEqual([]);
});

test('what could not be kept is named with the reason, and tried again on request', async ({
  page,
}) => {
  let broken = true;
  host = await startVideoHost({
    'clip-1': { content: video(SEA) },
    'clip-2': {
      content: (request, response) =>
        broken
          ? void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sorry</p>')
          : video(AURORA)(request, response),
    },
  });
  await onBoard(page, host, 2);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'In this browser' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toContainText('1 could not be saved');
  await expect(settings.getByRole('listitem').filter({ hasText: 'clip-2' })).toBeVisible();
  await expectNoAxeViolations(page);
  broken = false;
  await settings.getByRole('button', { name: 'Try those again' }).click();
  await expect(settings).toContainText('2 videos are on this device');
});

test('a copy that the browser cleared is not called kept, and the video plays from its service', async ({
  page,
}) => {
  host = await startVideoHost({ 'clip-1': { content: video(SEA) } });
  await onBoard(page, host, 1);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'In this browser' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 video is on this device');
  await autoSave(page).getByRole('radio', { name: 'Off' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('On this device', { exact: true })).toHaveCount(1);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('kept', { recursive: true });
  });
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'Play' }).click();
  await expectPlays(card);
  await page.reload();
  await expect(card.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page.getByText('On this device', { exact: true })).toHaveCount(0);
});

test('a video that its site lets no page save is opened in a tab instead', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  host = await startVideoHost(
    {
      'clip-1': { answer: { video_url: '{media}/media/closed' } },
      'clip-2': { content: video(SEA) },
    },
    { closed: video(AURORA, { cors: false }) },
  );
  await onBoard(page, host, 2);
  await page.getByRole('button', { name: 'Download…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Download 2 videos' });
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  const failed = dialog.getByRole('list', { name: 'Could not be downloaded' });
  await expect(failed).toContainText('The site does not let this page save the video');
  await expectNoAxeViolations(page);
  const opening = context.waitForEvent('page');
  await failed.getByRole('button', { name: 'Open in tab' }).click();
  await expect.poll(async () => (await opening).url()).toContain('/media/closed');
});

function autoSave(page: Page): Locator {
  return page.getByRole('radiogroup', { name: 'Save automatically' });
}
