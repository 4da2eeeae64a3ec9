import type { Page } from '@playwright/test';

import { demoVideo, video, startVideoHost, type VideoHost } from './support/video-host';
import { expect, test } from './support/fixtures';
import { filesIn, onBoard, pickOpfsFolder, saveData } from './support/kept';
import { expectNoAxeViolations, expectPlays } from './support/page';

const SEA = demoVideo('sea');
const AURORA = demoVideo('aurora');

let host: VideoHost;
test.afterEach(() => host.stop());

test.describe('every finished video', () => {
  test('is kept in this browser, once, and plays without a network after a reload @hosted @firefox', async ({
    page,
    context,
  }) => {
    await saveData(context);
    host = await startVideoHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea' } },
        'clip-2': { content: video(AURORA) },
      },
      { sea: video(SEA) },
    );
    await onBoard(page, host, 2);
    await keepIn(page, 'In this browser');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toContainText('2 videos are on this device');
    await expect(settings.getByRole('progressbar', { name: 'Space used' })).toBeVisible();
    await expectNoAxeViolations(page);
    expect(host.log.map(({ path }) => path).toSorted()).toEqual([
      '/media/sea',
      '/v1/videos/clip-2/content',
    ]);

    await page.reload();
    await expect(page.getByText('On this device', { exact: true })).toHaveCount(2);
    const second = await context.newPage();
    await second.goto('./');
    await expect(second.getByText('On this device', { exact: true })).toHaveCount(2);
    await second.close();
    expect(host.log).toHaveLength(2);

    await host.stop();
    await context.setOffline(true);
    for (const id of ['clip-1', 'clip-2']) {
      const one = page.locator(`[data-card$="${id}"]`);
      await one.getByRole('button', { name: 'Play' }).click();
      await expectPlays(one);
    }
  });

  test('is fetched by one of two tabs, never by both', async ({ page, context }) => {
    await saveData(context);
    host = await startVideoHost(
      Object.fromEntries(
        ['clip-1', 'clip-2', 'clip-3', 'clip-4'].map((id) => [
          id,
          { content: video(SEA, { slowMs: 150 }) },
        ]),
      ),
    );
    await onBoard(page, host, 4);
    const second = await context.newPage();
    await second.goto('./');
    await expect(second.getByRole('article')).toHaveCount(4);
    await keepIn(page, 'In this browser');
    await expect(page.getByRole('dialog')).toContainText('4 videos are on this device');
    await expect(second.getByText('On this device', { exact: true })).toHaveCount(4);
    expect(host.log).toHaveLength(4);
  });

  test('is kept in a folder of the person’s choice', async ({ page }) => {
    await pickOpfsFolder(page);
    host = await startVideoHost({ 'clip-1': { content: video(SEA) } });
    await onBoard(page, host, 1);
    await keepIn(page, 'In a folder');
    await expect(page.getByRole('dialog')).toContainText('Into the folder “picked”');
    await expect(page.getByRole('dialog')).toContainText('1 video is on this device');
    expect((await filesIn(page, 'picked')).map(([, size]) => size)).toEqual([SEA.length]);
  });

  test('says so when there is no room left, and goes on when there is', async ({ page }) => {
    host = await startVideoHost({ 'clip-1': { content: video(AURORA) } });
    await onBoard(page, host, 1);
    const session = await page.context().newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
    await keepIn(page, 'In this browser');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByRole('alert')).toContainText('Storage is full.');
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000_000 });
    await settings.getByRole('button', { name: 'Try again' }).click();
    await expect(settings).toContainText('1 video is on this device');
    await settings.getByRole('button', { name: 'Delete 1 saved video' }).click();
    await settings.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(settings).toContainText('Nothing is saved yet');
    expect(await filesIn(page, 'kept')).toEqual([]);
  });
});

test('a notice comes before the last hour of links, and its buttons help', async ({ page }) => {
  const soon = Math.floor(Date.now() / 1000) + 1800;
  host = await startVideoHost(
    {
      'clip-1': { answer: { video_url: '{media}/media/sea', expires_at: soon } },
      'clip-2': { answer: { video_url: '{media}/media/sea', expires_at: soon + 86_400 } },
    },
    { sea: video(SEA) },
  );
  await onBoard(page, host, 2);
  await expect(page.getByText('1 link expires this hour')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Save automatically' }).click();
  await expect(page.getByText('On this device', { exact: true })).toHaveCount(2);
  await expect(page.getByText('expires this hour')).toHaveCount(0);
});

async function keepIn(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: place }).click();
}
