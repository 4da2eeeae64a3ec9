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

const SEA = demoVideo('sea');
const link = (name: string): VideoPlan => ({ answer: { video_url: `{media}/media/${name}` } });
const EXPIRED = says(403, '<Error><Code>AccessDenied</Code></Error>', { type: 'application/xml' });

let host: VideoHost;
test.afterEach(() => host.stop());

/** Videos that play, by whichever way. */
const PLAYS = {
  'a link': link('good'),
  'a link to a site that lets no page read its videos': link('nocors'),
  'a link to a slow site': link('slow'),
  'a link that is really JSON with another link': link('json'),
  'a link that is dead, where /content still works with the key': {
    ...link('expired'),
    content: video(SEA),
  },
  'a video behind the key': { content: video(SEA) },
  'a video behind the key, without ranges': { content: video(SEA, { ranges: false }) },
  'a video behind the key that calls itself JSON': {
    content: video(SEA, { type: 'application/json' }),
  },
  'JSON behind the key that carries a link': {
    content: (request, response) =>
      says(200, `{"video_url":"http://${request.headers.host}/demo-video"}`)(request, response),
  },
} satisfies Record<string, VideoPlan>;

test('a video plays, whatever the way to it', async ({ page }) => {
  const good = video(SEA);
  host = await startVideoHost(byNumber(Object.values(PLAYS)), {
    good,
    nocors: video(SEA, { cors: false }),
    slow: video(SEA, { slowMs: 1500 }),
    expired: EXPIRED,
    json: (request, response) =>
      says(200, `{"url":"http://${request.headers.host}/media/good"}`)(request, response),
  });
  await onBoard(page, host, Object.keys(PLAYS).length);
  for (const [index, name] of Object.keys(PLAYS).entries()) {
    await test.step(name, async () => {
      const card = await cardOf(page, index);
      await card.getByRole('button', { name: 'Play' }).click();
      await expectPlays(card);
    });
  }
});

test('a link that is dead is asked for again, and the fresh one plays', async ({ page }) => {
  host = await startVideoHost(
    { 'clip-1': (look) => link(look === 0 ? 'expired' : 'good') },
    { expired: EXPIRED, good: video(SEA) },
  );
  await onBoard(page, host, 1);
  const card = await cardOf(page, 0);
  await card.getByRole('button', { name: 'Play' }).click();
  await expectPlays(card);
});

/** Videos that do not play, and what the card says. */
const BROKEN: readonly (readonly [name: string, plan: VideoPlan, told: string])[] = [
  ['whose link has expired', link('expired'), 'The link has expired'],
  ['whose link wants a key', link('keyed'), 'This video needs a key'],
  [
    'on a site that plays nothing and tells pages nothing',
    link('blocked'),
    'The site does not let this page play the video',
  ],
  ['that is a web page', link('html'), 'This is not a video'],
  ['in a format nobody plays', link('odd'), 'This browser cannot play this format'],
  [
    'on a host that is not there',
    { answer: { video_url: 'http://127.0.0.1:1/v.mp4' } },
    'The video cannot be fetched',
  ],
  [
    'behind another key',
    { content: says(401, '{"error":{"message":"Invalid API key"}}') },
    'The key was not accepted for this video',
  ],
  [
    'that is an error which calls itself a video',
    { content: says(200, '{"error":{"message":"Video is not ready yet"}}', { type: 'video/mp4' }) },
    'The video file is not there yet',
  ],
];

test('a card says in plain words why its video does not play', async ({ page }) => {
  const odd = Buffer.concat([Buffer.from('\0\0\0\u0018ftypisom', 'latin1'), Buffer.alloc(9000)]);
  host = await startVideoHost(byNumber(BROKEN.map(([, plan]) => plan)), {
    expired: EXPIRED,
    keyed: says(401, 'no'),
    blocked: says(403, 'no', { cors: false }),
    html: says(200, '<!doctype html><html></html>', { type: 'text/html' }),
    odd: video(odd),
  });
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

test('without a service worker a protected video is loaded whole, and a large one only on demand', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  const large: VideoPlan['content'] = (request, response) => {
    // What it says of its length is what counts; that it is shorter is nobody's business here.
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': 'video/mp4',
      'content-length': 214_000_000,
    });
    response.write(SEA);
    request.on('close', () => response.destroy());
  };
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

function byNumber(plans: readonly VideoPlan[]): Record<string, VideoPlan> {
  return Object.fromEntries(plans.map((plan, index) => [`clip-${index + 1}`, plan]));
}

/** Scrolled to, as far as it has to be. */
async function cardOf(page: Page, index: number) {
  const card = page.locator(`[data-card$="clip-${index + 1}"]`);
  await card.scrollIntoViewIfNeeded();
  return card;
}
