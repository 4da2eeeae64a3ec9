import { expect, type Page } from '@playwright/test';

import { trackVideos, type VideoHost } from './video-host';

/** Puts `clip-1` to `clip-<count>` of a host on the board. */
export async function onBoard(page: Page, host: VideoHost, count: number): Promise<void> {
  await page.goto('./');
  const ids = Array.from({ length: count }, (_, index) => `clip-${index + 1}`);
  await trackVideos(page, host, ids);
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(count);
  await expect(page.getByRole('radio', { name: `Ready ${count}` })).toBeVisible();
}

/** The person wants to use little data: no picture is taken of a video that nobody plays. */
export async function saveData(to: Pick<Page, 'addInitScript'>): Promise<void> {
  await to.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } });
  });
}

/** The browser's chooser hands out a folder that a test can look into. */
export async function pickOpfsFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
    });
  });
}

/** Names and sizes of the files in a folder of the page's own. */
export function filesIn(page: Page, folder: string): Promise<[name: string, size: number][]> {
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
