import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium, expect, test, type Browser, type Page } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browser.mjs';
import { video, startVideoHost, trackVideos, type VideoHost } from '../../e2e/support/video-host';
import { megabytes, report } from './report';

/** 100 s of noise in 720p at 17 Mbit/s: about 210 MB, and nothing that a codec could make smaller. */
const FILE = path.join(
  fileURLToPath(new URL('../../../node_modules/.cache/rushes', import.meta.url)),
  'large.mp4',
);

let large: Buffer;
test.beforeAll(() => {
  test.setTimeout(600_000);
  if (!existsSync(FILE)) {
    mkdirSync(path.dirname(FILE), { recursive: true });
    const part = `${FILE}.part.mp4`;
    const source = 'testsrc2=s=1280x720:r=24:d=100,noise=alls=60:allf=t';
    const how =
      '-c:v libx264 -preset ultrafast -b:v 17M -minrate 17M -maxrate 17M -bufsize 17M -g 48 ' +
      '-pix_fmt yuv420p -movflags +faststart';
    const from = ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', source];
    execFileSync('ffmpeg', [...from, ...how.split(' '), part]);
    renameSync(part, FILE);
  }
  large = readFileSync(FILE);
});

for (const withWorker of [true, false]) {
  test(`a large protected video, ${withWorker ? 'streamed' : 'loaded whole'}`, async ({
    baseURL,
  }) => {
    const host = await startVideoHost({ 'clip-1': { content: video(large) } });
    const browser = await chromium.launch({
      ...(findChromium() ? { executablePath: findChromium()! } : {}),
      args: CHROMIUM_FLAGS,
    });
    try {
      const page = await browser.newPage({ baseURL: baseURL! });
      if (!withWorker) {
        await page.addInitScript(() => {
          Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
        });
      }
      await measure(page, browser, host, withWorker);
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}

async function measure(
  page: Page,
  browser: Browser,
  host: VideoHost,
  withWorker: boolean,
): Promise<void> {
  await page.goto('/');
  await trackVideos(page, host, ['clip-1']);
  const play = page.getByRole('button', { name: 'Play' });
  await expect(play).toBeVisible();
  const memory = await watchMemory(browser);
  const start = Date.now();
  await play.click();
  if (!withWorker) await page.getByRole('button', { name: 'Load anyway' }).click();
  const video = page.locator('video');
  await expect
    .poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime), { intervals: [20] })
    .toBeGreaterThan(0.05);
  const first = Date.now() - start;
  const sought = await video.evaluate(async (one: HTMLVideoElement) => {
    const begin = performance.now();
    const shown = new Promise((resolve) => {
      one.addEventListener('seeked', resolve, { once: true });
    });
    one.currentTime = 80;
    await shown;
    return performance.now() - begin;
  });
  await page.waitForTimeout(3000);
  const heap = await page.evaluate(
    () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  );
  const growth = await memory.stop();
  const sent = host.log.reduce((sum, { bytes }) => sum + bytes, 0);
  report(
    withWorker ? 'streamed' : 'loaded whole',
    `${megabytes(large.length)} video: first frame ${first} ms, seek to 80 s ${Math.round(sought)} ms, ` +
      `${megabytes(sent)} sent, peak of the page's process +${megabytes(growth.renderer)}, of all ` +
      `+${megabytes(growth.all)}, JS heap ${megabytes(heap)}`,
  );
  if (withWorker) expect(growth.renderer).toBeLessThan(large.length);
}

interface Memory {
  renderer: number;
  all: number;
}

/** The most that the browser's processes took, above what they had at the start; the page's own, and all together. */
async function watchMemory(browser: Browser): Promise<{ stop(): Promise<Memory> }> {
  const session = await browser.newBrowserCDPSession();
  const resident = async (): Promise<Memory> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sum = (type: RegExp): number =>
      processInfo.reduce((all, one) => all + (type.test(one.type) ? residentOf(one.id) : 0), 0);
    return { renderer: sum(/renderer/), all: sum(/./) };
  };
  const before = await resident();
  const peak = { ...before };
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      const now = await resident();
      peak.renderer = Math.max(peak.renderer, now.renderer);
      peak.all = Math.max(peak.all, now.all);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      return { renderer: peak.renderer - before.renderer, all: peak.all - before.all };
    },
  };
}

/** Bytes that are this process's own; on Linux only. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
