import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import { card, expectPlays } from './support/page';
import { startVideoHost, VIDEO_KEY, type MediaAnswer, type VideoHost } from './support/video-host';

const LONG = readFileSync(new URL('videos/long-24.mp4', import.meta.url));
const NEW_KEY = 'sk-clip-Rw7xT4m9Zc26qHs83d5a';
/** Half of the video, in bytes. Chromium plays nothing before it has so much. */
const FIRST_PIECE = 64 * 1024;
const PIECE = 20_000;

let host: VideoHost;
let held: (() => void)[] = [];
test.beforeEach(async ({ page }) => {
  held = [];
  host = await startVideoHost({ 'clip-1': { content: inPieces } }, {}, [VIDEO_KEY, NEW_KEY]);
  await onBoard(page, host, 1);
});
test.afterEach(() => host.stop());

test('a key forgotten in one tab is sent for no video of another any more, and that is said @firefox', async ({
  page,
  context,
}) => {
  await playUntilHeld(page, 1);
  const other = await context.newPage();
  await other.goto('./');
  await playUntilHeld(other, 2);
  const third = await context.newPage();
  await third.goto('./');
  await expect(card(third, 'clip-1').getByRole('button', { name: 'Play' })).toBeVisible();
  await third.getByRole('button', { name: 'Settings' }).click();
  await third.getByRole('button', { name: 'Remove key' }).click();
  await third.getByRole('button', { name: 'Yes, remove the key' }).click();
  await expect(third.getByRole('dialog')).toContainText('There are no keys in this browser.');

  const before = host.log.length;
  for (const send of held) send();
  for (const tab of [page, other]) {
    // To what has not come yet.
    await tab.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.currentTime = 35;
    });
    await expect(card(tab, 'clip-1')).toContainText('This video needs a key');
  }
  expect(host.log.slice(before)).toEqual([]);
});

test('a key replaced in one tab is replaced for the videos of another, which play on', async ({
  page,
  context,
}) => {
  await playUntilHeld(page, 1);
  const other = await context.newPage();
  await other.goto('./');
  await other.getByRole('button', { name: 'Settings' }).click();
  await other.getByRole('button', { name: 'Change key' }).click();
  await other.getByLabel(/^Key for /).fill(NEW_KEY);
  await other.getByRole('button', { name: 'Use this key' }).click();
  await expect(other.getByLabel(/^Key for /)).toBeHidden();

  const before = host.log.length;
  for (const send of held) send();
  await expect.poll(() => host.log.at(-1)?.range).toMatch(/^bytes=105536-/);
  expect([...new Set(host.log.slice(before).map(({ key }) => key))]).toEqual([NEW_KEY]);
  await expectPlays(card(page, 'clip-1'));
});

/** A part of what was asked for at a time, as a service may; the second one waits for the test. */
const inPieces: MediaAnswer = (request, response) => {
  const start = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const part = LONG.subarray(start, start + (start === 0 ? FIRST_PIECE : PIECE));
  const send = (): void => {
    response.writeHead(206, {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'content-range',
      'content-type': 'video/mp4',
      'content-length': part.length,
      'content-range': `bytes ${start}-${start + part.length - 1}/${LONG.length}`,
    });
    response.end(part);
  };
  if (start === FIRST_PIECE) held.push(send);
  else send();
};

/** Its video plays, and so many of all tabs wait for their second part. */
async function playUntilHeld(page: Page, count: number): Promise<void> {
  const task = card(page, 'clip-1');
  // A page whose worker is long in coming loads a video whole.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await task.getByRole('button', { name: 'Play' }).click();
  await expectPlays(task);
  await expect.poll(() => held.length).toBe(count);
}
