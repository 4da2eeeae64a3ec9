import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

import type { Page } from '@playwright/test';

import {
  demoVideo,
  video,
  says,
  startVideoHost,
  type VideoHost,
  type VideoPlan,
} from './support/video-host';
import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import { expectPlays } from './support/page';
import { BROKEN, PLAYS, startBroken, startPlays } from './support/ways';

const SEA = demoVideo('sea');
const link = (name: string): VideoPlan => ({ answer: { video_url: `{media}/media/${name}` } });
const EXPIRED = says(403, '<Error><Code>AccessDenied</Code></Error>', { type: 'application/xml' });

let host: VideoHost;
test.afterEach(() => host.stop());

test('a video plays, whatever the way to it @firefox', async ({ page }) => {
  host = await startPlays();
  await onBoard(page, host, Object.keys(PLAYS).length);
  for (const [index, name] of Object.keys(PLAYS).entries()) {
    await test.step(name, async () => {
      const card = await cardOf(page, index);
      await card.getByRole('button', { name: 'Play' }).click();
      await expectPlays(card);
    });
  }
});

test('a link that is dead is asked for again, and the fresh one plays @firefox', async ({
  page,
}) => {
  host = await startVideoHost(
    { 'clip-1': (look) => link(look === 0 ? 'expired' : 'good') },
    { expired: EXPIRED, good: video(SEA) },
  );
  await onBoard(page, host, 1);
  const card = await cardOf(page, 0);
  await card.getByRole('button', { name: 'Play' }).click();
  await expectPlays(card);
});

test('a card says in plain words why its video does not play @firefox', async ({ page }) => {
  host = await startBroken();
  await onBoard(page, host, BROKEN.length);
  for (const [index, [name, , told]] of BROKEN.entries()) {
    await test.step(name, async () => {
      const card = await cardOf(page, index);
      await card.getByRole('button', { name: 'Play' }).click();
      await expect(card).toContainText(told);
      await expect(card).toContainText('Ready');
      await expect(card.locator('video')).toHaveCount(0);
    });
  }
});

test('without a service worker a protected video is loaded whole, and a large one only on demand @firefox', async ({
  page,
}) => {
  await page.addInitScript(withoutWorkers);
  host = await startVideoHost({ 'clip-1': { content: video(SEA) }, 'clip-2': { content: large } });
  await onBoard(page, host, 2);
  const small = page.locator('[data-card$="clip-1"]');
  await small.getByRole('button', { name: 'Play' }).click();
  await expectPlays(small);
  expect(await small.locator('video').getAttribute('src')).toMatch(/^blob:/);
  const big = page.locator('[data-card$="clip-2"]');
  await big.getByRole('button', { name: 'Play' }).click();
  await expect(big).toContainText('This video is large: 214 MB');
  await big.getByRole('button', { name: 'Load anyway' }).click();
  await expect(big).toContainText('Fetching the video');
  await big.getByRole('button', { name: 'Stop fetching' }).click();
  await expect(big.getByRole('button', { name: 'Play' })).toBeVisible();

  // In a comparison as well, also where the videos lie over one another and a divider over both.
  const [base = ''] = (await big.getAttribute('data-card'))?.split(' ') ?? [];
  const videos = ['clip-1', 'clip-2'].map((id) => `${encodeURIComponent(base)}/${id}`);
  await page.evaluate((hash) => (location.hash = hash), `/compare/${videos.join('/')}?mode=wipe`);
  await expect(page.getByText('This video is large: 214 MB')).toBeVisible();
  await page.getByRole('button', { name: 'Load anyway' }).click();
  await expect(page.getByText('Fetching the video')).toBeVisible();
});

test('without a service worker a large video is saved from memory only on demand @firefox', async ({
  page,
}) => {
  await page.addInitScript(withoutWorkers);
  host = await startVideoHost({
    'clip-1': { content: large },
    'clip-2': { content: growing },
    'clip-3': { content: large },
  });
  await onBoard(page, host, 3);
  for (const [clip, size] of [
    ['clip-1', '214 MB'],
    ['clip-2', '105 MB'],
  ] as const) {
    const one = page.locator(`[data-card$="${clip}"]`);
    await one.getByRole('button', { name: 'Download', exact: false }).click();
    await expect(page.getByText(`This video is large: ${size}. It cannot be written`)).toBeVisible({
      timeout: 60_000,
    });
    await expect(one.getByRole('button', { name: 'Stop downloading' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Load anyway' }).click();
    await one.getByRole('button', { name: 'Stop downloading' }).click();
    await expect(one.getByRole('button', { name: /^Download/ })).toHaveAttribute(
      'aria-busy',
      'false',
    );
  }

  // Of several, too.
  await page.getByRole('button', { name: 'Download…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Download 3 videos' });
  await dialog.getByRole('radio', { name: 'Separate files' }).check();
  await page.evaluate(
    () => delete (globalThis as { showDirectoryPicker?: unknown }).showDirectoryPicker,
  );
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('This is more than 105 MB.');
  await dialog.getByRole('button', { name: 'Load anyway' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toContainText('Stopped. Nothing was downloaded.');
});

function withoutWorkers(): void {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
}

const OF_ANY_LENGTH = { 'access-control-allow-origin': '*', 'content-type': 'video/mp4' };

/** What it says of its length is what counts; that it is shorter is nobody's business here. */
function large(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...OF_ANY_LENGTH, 'content-length': 214_000_000 });
  response.write(SEA);
  request.on('close', () => response.destroy());
}

/** More comes for as long as it is read. */
function growing(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, OF_ANY_LENGTH);
  const more = Buffer.alloc(4_000_000);
  const bytes = (function* () {
    yield SEA;
    while (!response.destroyed) yield more;
  })();
  Readable.from(bytes).pipe(response);
  request.on('close', () => response.destroy());
}

/** Scrolled to, as far as it has to be. */
async function cardOf(page: Page, index: number) {
  const card = page.locator(`[data-card$="clip-${index + 1}"]`);
  await card.scrollIntoViewIfNeeded();
  return card;
}
