import { readFileSync } from 'node:fs';

import type { Locator } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import { card, expectPlays } from './support/page';
import { startVideoHost, video, type MediaAnswer, type VideoHost } from './support/video-host';

const LONG = readFileSync(new URL('videos/long-24.mp4', import.meta.url));
/** Enough for Chromium to begin. */
const FIRST_PIECE = 64 * 1024;

let host: VideoHost;
test.afterEach(() => host.stop());

test('a video on a host without ranges is jumped in as any other @firefox', async ({ page }) => {
  host = await startVideoHost(
    { 'clip-1': { answer: { video_url: '{media}/media/whole' } } },
    { whole: video(LONG, { ranges: false }) },
  );
  await onBoard(page, host, 1);
  const task = card(page, 'clip-1');
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await expect.poll(() => canJumpTo(task)).toBe(36);
  await task.locator('video').evaluate((one: HTMLVideoElement) => (one.currentTime = 20));
  await expect.poll(() => timeOf(task)).toBeGreaterThan(20.3);
});

test('where such a video cannot be loaded whole, that is said', async ({ page }) => {
  host = await startVideoHost(
    { 'clip-1': { answer: { video_url: '{media}/media/unread' } } },
    { unread: video(LONG, { ranges: false, cors: false }) },
  );
  await onBoard(page, host, 1);
  await card(page, 'clip-1').getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText('This site sends the video only from its start')).toBeVisible();
  await expectPlays(card(page, 'clip-1'));
});

test('a video whose pieces stop coming goes on where it was, loaded whole @firefox', async ({
  page,
}) => {
  let stop = (): void => {};
  const stopped: MediaAnswer = (request, response) => {
    const start = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (start === 0) return first(request, response);
    stop = () => video(LONG, { ranges: false })(request, response);
  };
  host = await startVideoHost({ 'clip-1': { content: stopped } });
  await onBoard(page, host, 1);
  const task = card(page, 'clip-1');
  await task.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => timeOf(task)).toBeGreaterThan(1);
  stop();
  await task.locator('video').evaluate((one: HTMLVideoElement) => (one.currentTime = 30));
  await expect(task.locator('video')).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => timeOf(task)).toBeGreaterThan(30);
});

/** A part of what was asked for; without a range, all of it. */
const first: MediaAnswer = (request, response) => {
  if (request.headers.range === undefined) return video(LONG)(request, response);
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'content-range',
    'content-type': 'video/mp4',
    'content-length': FIRST_PIECE,
    'content-range': `bytes 0-${FIRST_PIECE - 1}/${LONG.length}`,
  };
  response.writeHead(206, headers).end(LONG.subarray(0, FIRST_PIECE));
};

function timeOf(task: Locator): Promise<number> {
  return task.locator('video').evaluate((one: HTMLVideoElement) => one.currentTime);
}

/** The furthest place that can be jumped to, in seconds. */
function canJumpTo(task: Locator): Promise<number> {
  return task
    .locator('video')
    .evaluate(({ seekable }: HTMLVideoElement) => (seekable.length > 0 ? seekable.end(0) : 0));
}
