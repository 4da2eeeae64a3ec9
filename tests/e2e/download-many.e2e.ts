import { execFileSync } from 'node:child_process';

import { demoVideo, video, says, startVideoHost, type VideoHost } from './support/video-host';
import { expect, test } from './support/fixtures';
import { filesIn, onBoard, pickOpfsFolder } from './support/kept';
import { expectNoAxeViolations } from './support/page';

const SEA = demoVideo('sea');
const AURORA = demoVideo('aurora');

let host: VideoHost;
test.afterEach(() => host.stop());

/** The page's own way to the disk: this browser's chooser cannot be operated by a test. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
});

test.describe('many at once', () => {
  test('come as one ZIP with a table; what failed is named and tried again @firefox', async ({
    page,
  }) => {
    let broken = true;
    host = await startVideoHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea', prompt: '=1+1, calm sea' } },
        'clip-2': { content: video(AURORA) },
        'clip-3': { answer: { video_url: '{media}/media/gone', title: 'Gone' } },
      },
      {
        sea: video(SEA),
        gone: (request, response) =>
          (broken ? says(503, 'busy', { type: 'text/plain' }) : video(SEA))(request, response),
      },
    );
    await onBoard(page, host, 3);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 3 videos' });
    await expectNoAxeViolations(page);
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    const zip = await (await coming).path();
    await expect(dialog).toContainText('2 of 3 downloaded');
    await expect(dialog.getByRole('list', { name: 'Could not be downloaded' })).toContainText(
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
    await expect(dialog).toContainText('1 of 1 downloaded');
    expect(listing(await (await second).path())).toHaveLength(2);
  });

  test('leave no ZIP behind when not one of them arrives', async ({ page }) => {
    host = await startVideoHost(
      { 'clip-1': { answer: { video_url: '{media}/media/gone' } } },
      { gone: says(503, 'busy', { type: 'text/plain' }) },
    );
    await onBoard(page, host, 1);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 1 video' });
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(dialog).toContainText('0 of 1 downloaded');
    await expect(dialog.getByRole('list', { name: 'Could not be downloaded' })).toBeVisible();
    expect(await (await coming).failure()).not.toBeNull();
  });

  test('can be cancelled, and go on', async ({ page }) => {
    host = await startVideoHost(
      {
        'clip-1': { answer: { video_url: '{media}/media/sea' } },
        'clip-2': { answer: { video_url: '{media}/media/slow' } },
      },
      { sea: video(SEA), slow: video(SEA, { slowMs: 3000 }) },
    );
    await onBoard(page, host, 2);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 2 videos' });
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toContainText('Stopped.');
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Resume' }).click();
    await coming;
    await expect(dialog).toContainText('2 of 2 downloaded');
  });

  test('come as separate files into a folder, with the table @firefox', async ({ page }) => {
    await pickOpfsFolder(page);
    host = await startVideoHost({
      'clip-1': { content: video(SEA) },
      'clip-2': { content: video(AURORA) },
    });
    await onBoard(page, host, 2);
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 2 videos' });
    await dialog.getByRole('radio', { name: 'Separate files' }).check();
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(dialog).toContainText('2 of 2 downloaded');
    const files = await filesIn(page, 'picked');
    expect(files.map(([name]) => name.replace(/ – .*\./, '.'))).toEqual([
      'clip-1.mp4',
      'clip-2.mp4',
      'videos.csv',
    ]);
    expect(new Map(files).get(files[0]![0])).toBe(SEA.length);
  });
});

function listing(zip: string): string[] {
  return execFileSync('unzip', ['-Z1', zip]).toString().trim().split('\n');
}
