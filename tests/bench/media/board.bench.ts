import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { demoVideo, video, startVideoHost, trackVideos } from '../../e2e/support/video-host';
import { expect, test } from '../../e2e/support/fixtures';
import { kilobytes, megabytes, report } from './report';

const VIDEO = demoVideo('sea');
const POSTER = readFileSync(new URL('../../../src/demo/media/sea-poster.webp', import.meta.url));

/** Half of the videos have a link and a thumbnail, the other half come with the key only. */
for (const count of [40, 400]) {
  test(`a board of ${count} finished videos`, async ({ page }) => {
    const thumbnail = video(POSTER, { type: 'image/webp' });
    const ids = Array.from({ length: count }, (_, index) => `clip-${index + 1}`);
    const host = await startVideoHost(
      Object.fromEntries(
        ids.map((id, index) => [
          id,
          index % 2 === 0
            ? {
                answer: {
                  video_url: `{media}/media/${id}`,
                  thumbnail_url: `{media}/media/poster?${id}`,
                },
              }
            : { content: video(VIDEO) },
        ]),
      ),
      { poster: thumbnail, ...Object.fromEntries(ids.map((id) => [id, video(VIDEO)])) },
    );
    await page.goto('/');
    await trackVideos(page, host, ids);
    await expect(page.getByRole('radio', { name: `Ready ${count}` })).toBeVisible({
      timeout: 240_000,
    });
    const added = total(host.log);
    host.log.length = 0;
    await page.reload();
    await expect(page.getByRole('button', { name: 'Play' }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const opened = total(host.log);
    await scrollThrough(page);
    await scrollThrough(page, -1);
    await page.waitForLoadState('networkidle');
    const scrolled = total(host.log);
    const paths = host.log.map(({ path }) => path);
    const heap = await page.evaluate(async () => {
      const { memory } = performance as { memory?: { usedJSHeapSize: number } };
      return memory?.usedJSHeapSize ?? 0;
    });
    const twice = paths.length - new Set(paths).size;
    report(
      `board of ${count}`,
      `${kilobytes(added)} of media when they were added, ${kilobytes(opened)} on open, ${kilobytes(scrolled)} after scrolling down and up, ` +
        `${twice} requests twice, JS heap ${megabytes(heap)}`,
    );
    await host.stop();
    // Of hundreds, the wheel passes some while their thumbnail is on its way: those are asked for again.
    if (count > 40) return;
    expect(added + opened).toBeLessThanOrEqual(500_000);
    expect(twice).toBe(0);
  });
}

function total(log: readonly { bytes: number }[]): number {
  return log.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Wheel by wheel, as a person does. */
async function scrollThrough(page: Page, way = 1): Promise<void> {
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 900 * way);
    const there = await page.evaluate((down) => {
      const place = document.querySelector('main > div');
      if (!place) return true;
      const rest = place.scrollHeight - place.clientHeight - place.scrollTop;
      return down ? rest < 2 : place.scrollTop < 2;
    }, way > 0);
    await page.waitForTimeout(60);
    if (there && turn > 0) return;
  }
}
