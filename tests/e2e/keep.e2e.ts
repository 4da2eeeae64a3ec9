import { execFileSync } from 'node:child_process';

import type { Page } from '@playwright/test';

import {
  demoFilm,
  film,
  says,
  startClipHost,
  trackClips,
  type ClipHost,
} from './support/clip-host';
import { expect, test } from './support/fixtures';
import { expectNoAxeViolations, expectPlays } from './support/page';

const SEA = demoFilm('sea');
const AURORA = demoFilm('aurora');

let host: ClipHost;
test.afterEach(() => host.stop());

/** The page's own way to the disk: this browser's chooser cannot be operated by a test. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
});

test.describe('many at once', () => {
  test('come as one ZIP with a table; what failed is named and tried again', async ({ page }) => {
    let broken = true;
    host = await startClipHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea', prompt: '=1+1, calm sea' } },
        'clip-2': { content: film(AURORA) },
        'clip-3': { answer: { video_url: '{media}/media/gone', title: 'Gone' } },
      },
      {
        sea: film(SEA),
        gone: (request, response) =>
          (broken ? says(503, 'busy', { type: 'text/plain' }) : film(SEA))(request, response),
      },
    );
    await onBoard(page, 3);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 3 videos' });
    await expectNoAxeViolations(page);
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    const zip = await (await coming).path();
    await expect(dialog).toContainText('2 of 3 saved');
    await expect(dialog.getByRole('list', { name: 'Could not be saved' })).toContainText(
      'The video cannot be fetched',
    );
    const names = listing(zip);
    expect(names).toHaveLength(3);
    expect(names.filter((name) => name.endsWith('.mp4'))).toHaveLength(2);
    expect(execFileSync('unzip', ['-t', zip]).toString()).toContain('No errors');
    const table = execFileSync('unzip', ['-p', zip, 'videos.csv']).toString();
    expect(table).toContain('id,label,prompt,enhanced_prompt,model,state,created,completed,link');
    expect(table).toContain(`clip-1,,"'=1+1, calm sea"`);
    expect(table).toMatch(/clip-3,.*unreachable/);

    broken = false;
    const second = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Try those again' }).click();
    await expect(dialog).toContainText('1 of 1 saved');
    expect(listing(await (await second).path())).toHaveLength(2);
  });

  test('can be cancelled, and go on', async ({ page }) => {
    host = await startClipHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea' } },
        'clip-2': { answer: { video_url: '{media}/media/slow' } },
      },
      { sea: film(SEA), slow: film(SEA, { slowMs: 3000 }) },
    );
    await onBoard(page, 2);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 2 videos' });
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toContainText('Stopped.');
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await coming;
    await expect(dialog).toContainText('2 of 2 saved');
  });

  test('come as separate files into a folder, with the table', async ({ page }) => {
    await pickOpfsFolder(page);
    host = await startClipHost({
      'clip-1': { content: film(SEA) },
      'clip-2': { content: film(AURORA) },
    });
    await onBoard(page, 2);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 2 videos' });
    await dialog.getByRole('radio', { name: 'Separate files' }).check();
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(dialog).toContainText('2 of 2 saved');
    const files = await filesIn(page, 'picked');
    expect(files.map(([name]) => name.replace(/ – .*\./, '.'))).toEqual([
      'clip-1.mp4',
      'clip-2.mp4',
      'videos.csv',
    ]);
    expect(new Map(files).get(files[0]![0])).toBe(SEA.length);
  });
});

test.describe('every finished video', () => {
  test('is kept in this browser, once, and plays without a network after a reload', async ({
    page,
    context,
  }) => {
    host = await startClipHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea' } },
        'clip-2': { content: film(AURORA) },
      },
      { sea: film(SEA) },
    );
    await onBoard(page, 2);
    await keepIn(page, 'In this browser');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toContainText('2 videos are kept');
    await expect(settings.getByRole('progressbar', { name: 'Room taken' })).toBeVisible();
    await expectNoAxeViolations(page);
    expect(host.log.map(({ path }) => path).toSorted()).toEqual([
      '/media/sea',
      '/v1/videos/clip-2/content',
    ]);

    await page.reload();
    await expect(page.getByText('Kept', { exact: true })).toHaveCount(2);
    const second = await context.newPage();
    await second.goto('/');
    await expect(second.getByText('Kept', { exact: true })).toHaveCount(2);
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
    host = await startClipHost(
      Object.fromEntries(
        ['clip-1', 'clip-2', 'clip-3', 'clip-4'].map((id) => [
          id,
          { content: film(SEA, { slowMs: 150 }) },
        ]),
      ),
    );
    await onBoard(page, 4);
    const second = await context.newPage();
    await second.goto('/');
    await expect(second.getByRole('article')).toHaveCount(4);
    await keepIn(page, 'In this browser');
    await expect(page.getByRole('dialog')).toContainText('4 videos are kept');
    await expect(second.getByText('Kept', { exact: true })).toHaveCount(4);
    expect(host.log).toHaveLength(4);
  });

  test('is kept in a folder of the person’s choice', async ({ page }) => {
    await pickOpfsFolder(page);
    host = await startClipHost({ 'clip-1': { content: film(SEA) } });
    await onBoard(page, 1);
    await keepIn(page, 'In a folder');
    await expect(page.getByRole('dialog')).toContainText('Into the folder “picked”');
    await expect(page.getByRole('dialog')).toContainText('1 video is kept');
    expect((await filesIn(page, 'picked')).map(([, size]) => size)).toEqual([SEA.length]);
  });

  test('says so when there is no room left, and goes on when there is', async ({ page }) => {
    host = await startClipHost({ 'clip-1': { content: film(AURORA) } });
    await onBoard(page, 1);
    const session = await page.context().newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
    await keepIn(page, 'In this browser');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByRole('alert')).toContainText('There is no room left.');
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000_000 });
    await settings.getByRole('button', { name: 'Try again' }).click();
    await expect(settings).toContainText('1 video is kept');
    await settings.getByRole('button', { name: 'Delete 1 kept video' }).click();
    await settings.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(settings).toContainText('Nothing is kept yet');
    expect(await filesIn(page, 'kept')).toEqual([]);
  });
});

test('a notice comes before the last hour of links, and its buttons help', async ({ page }) => {
  const soon = Math.floor(Date.now() / 1000) + 1800;
  host = await startClipHost(
    {
      'clip-1': { answer: { video_url: '{media}/media/sea', expires_at: soon } },
      'clip-2': { answer: { video_url: '{media}/media/sea', expires_at: soon + 86_400 } },
    },
    { sea: film(SEA) },
  );
  await onBoard(page, 2);
  await expect(page.getByText('The link of 1 video expires within the hour.')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Keep every finished video' }).click();
  await expect(page.getByText('Kept', { exact: true })).toHaveCount(2);
  await expect(page.getByText('expires within the hour')).toHaveCount(0);
});

async function onBoard(page: Page, count: number): Promise<void> {
  await page.goto('/');
  const ids = Array.from({ length: count }, (_, index) => `clip-${index + 1}`);
  await trackClips(page, host, ids);
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(count);
  await expect(page.getByRole('radio', { name: `Ready ${count}` })).toBeVisible();
}

async function keepIn(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: place }).click();
}

/** The browser's chooser hands out a folder that a test can look into. */
async function pickOpfsFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
    });
  });
}

function filesIn(page: Page, folder: string): Promise<[name: string, size: number][]> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const found: [string, number][] = [];
    const handles = (await root.getDirectoryHandle(name, { create: true })) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const handle of handles.values()) {
      found.push([handle.name, (await handle.getFile()).size]);
    }
    return found.toSorted(([a], [b]) => a.localeCompare(b));
  }, folder);
}

function listing(zip: string): string[] {
  return execFileSync('unzip', ['-Z1', zip]).toString().trim().split('\n');
}
