import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { ofSize, WEBM, withIndexLast } from '../clips';
import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import {
  demoVideo,
  says,
  startVideoHost,
  trackVideos,
  video,
  type MediaAnswer,
  type MediaRequest,
  type VideoHost,
  type VideoPlan,
} from './support/video-host';

const SEA = demoVideo('sea');
const TALL = demoVideo('lanterns');
const LARGE = ofSize(SEA, 2_000_000);
const POSTER = readFileSync(new URL('../../src/demo/media/sea-poster.webp', import.meta.url));

/** A key is used four times a second: for each look-up, each try whether there is a video, and each picture. */
const A_WHILE = { timeout: 60_000 };

let host: VideoHost;
test.afterEach(() => host.stop());
/** What answers for the link of a task. */
const LINKS: Record<string, MediaAnswer> = {
  'a link': video(LARGE),
  'a link, index last': video(withIndexLast(LARGE)),
  'a link to WebM': video(WEBM, { type: 'video/webm' }),
  'a link to a portrait': video(TALL),
  'a link without ranges': video(SEA, { ranges: false }),
};
const CONTENT: Record<string, VideoPlan> = {
  'behind the key': { content: video(LARGE) },
  'behind the key, index last': { content: video(withIndexLast(LARGE)) },
  'behind the key, a portrait': { content: video(TALL) },
  'behind the key, with a thumbnail of its own': { content: thumbnailOr(video(LARGE)) },
  'behind the key, where a thumbnail is refused': {
    content: thumbnailOr(video(LARGE), says(400, '{"error":{"message":"unknown variant"}}')),
  },
  'behind the key, a link': {
    content: (...exchange) =>
      says(200, JSON.stringify({ url: `${host.address}/demo-video` }))(...exchange),
  },
};
const UNREADABLE: Record<string, MediaAnswer> = {
  'a link that pages may not read': video(LARGE, { cors: false }),
  'one more, without ranges': video(SEA, { cors: false, ranges: false }),
};
const NONE: Record<string, MediaAnswer> = {
  'a link that is gone': says(404, 'gone', { type: 'text/plain' }),
  'a playlist': says(200, '#EXTM3U\n#EXT-X-VERSION:3\n', { type: 'application/vnd.apple.mpegurl' }),
};
const PLANS: Record<string, VideoPlan> = {
  ...linked('{media}', { ...LINKS, ...NONE }),
  ...linked('{other}', UNREADABLE),
  ...CONTENT,
};

test('every kind of finished video has a picture, unless there is none to be had', async ({
  page,
}) => {
  // High enough for all of them.
  await page.setViewportSize({ width: 1440, height: 2400 });
  const names = Object.keys(PLANS);
  await openAll(page, Object.values(PLANS), { ...LINKS, ...NONE, ...UNREADABLE });
  const wanted = Object.fromEntries(names.map((name) => [name, !(name in NONE)]));
  await expect
    .poll(async () => Object.fromEntries(await Promise.all(names.map(pictured))), A_WHILE)
    .toEqual(wanted);

  async function pictured(name: string, index: number): Promise<[string, boolean]> {
    const card = page.locator(`[data-card$="clip-${index + 1}"]`);
    const shown = card.locator('[aria-hidden] > :is(img, canvas)');
    return [name, (await shown.count()) > 0];
  }
});

test('of 40 videos those on the screen cost at most 400 kB each, once, and all others nothing', async ({
  page,
}) => {
  const clips = Array.from({ length: 40 }, (_, index) => ({
    name: `clip-${index + 1}`,
    answer: video(index % 4 < 2 ? LARGE : withIndexLast(LARGE)),
    isLink: index % 2 === 0,
  }));
  host = await startVideoHost(
    Object.fromEntries(
      clips.map(({ name, answer, isLink }) => [
        name,
        isLink ? { answer: { video_url: `{media}/media/${name}.mp4` } } : { content: answer },
      ]),
    ),
    Object.fromEntries(clips.map(({ name, answer }) => [`${name}.mp4`, answer])),
  );
  await page.goto('./');
  await trackVideos(
    page,
    host,
    clips.map(({ name }) => name),
  );
  await expect(page.getByRole('radio', { name: 'Ready 40' })).toBeVisible(A_WHILE);
  await expect.poll(() => cardsOnScreen(page), A_WHILE).toMatchObject({ without: [] });
  const { shown } = await cardsOnScreen(page);
  expect(shown.length).toBeGreaterThanOrEqual(6);
  expect(shown.length).toBeLessThan(20);
  const costs = costOfEach(host.log);
  expect(Object.keys(costs).toSorted()).toEqual(shown.toSorted());
  expect(Math.max(...Object.values(costs))).toBeLessThanOrEqual(400_000);

  host.log.length = 0;
  await page.reload();
  await expect.poll(() => cardsOnScreen(page)).toEqual({ shown, without: [] });
  await page.waitForLoadState('networkidle');
  expect(host.log).toEqual([]);
});

test('a thumbnail of the service is asked for once, and kept @firefox', async ({ page }) => {
  host = await startVideoHost({ 'clip-1': { content: thumbnailOr(video(LARGE)) } });
  await onBoard(page, host, 1);
  const picture = page.locator('[data-card$="clip-1"] img');
  await expect(picture).toBeVisible();
  await page.reload();
  await expect(picture).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(host.log.map(({ path }) => path)).toEqual(['/v1/videos/clip-1/content?variant=thumbnail']);
});

/** The cards that can be seen, and which of them have no picture. */
async function cardsOnScreen(page: Page): Promise<{ shown: string[]; without: string[] }> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => {
      // The picture stands first, and is read after the title.
      const [face] = Array.from(card.children, (child) => child.getBoundingClientRect()).toSorted(
        (a, b) => a.top - b.top,
      );
      const place = card.closest('main > div')?.getBoundingClientRect();
      return face && place && face.bottom > place.top && face.top < place.bottom;
    });
    const nameOf = (card: HTMLElement): string => card.dataset['card']?.split(' ')[1] ?? '';
    const without = cards.filter((card) => !card.querySelector('[aria-hidden] > img'));
    return { shown: cards.map(nameOf), without: without.map(nameOf) };
  });
}

function costOfEach(log: readonly MediaRequest[]): Record<string, number> {
  const costs: Record<string, number> = {};
  for (const { path, bytes } of log) {
    const name = /clip-\d+/.exec(path)?.[0] ?? path;
    costs[name] = (costs[name] ?? 0) + bytes;
  }
  return costs;
}

function linked(place: string, media: Record<string, MediaAnswer>): Record<string, VideoPlan> {
  return Object.fromEntries(
    Object.keys(media).map((name) => [
      name,
      { answer: { video_url: `${place}/media/${slug(name)}` } },
    ]),
  );
}

function slug(name: string): string {
  return name.replaceAll(/\W+/g, '-');
}

function thumbnailOr(
  other: MediaAnswer,
  thumbnail = video(POSTER, { type: 'image/webp' }),
): MediaAnswer {
  return (request, response) =>
    (/[?&]variant=thumbnail/.test(request.url ?? '') ? thumbnail : other)(request, response);
}

async function openAll(
  page: Page,
  plans: readonly VideoPlan[],
  media: Record<string, MediaAnswer>,
): Promise<void> {
  host = await startVideoHost(
    Object.fromEntries(plans.map((plan, index) => [`clip-${index + 1}`, plan])),
    Object.fromEntries(Object.entries(media).map(([name, answer]) => [slug(name), answer])),
  );
  await onBoard(page, host, plans.length);
}
