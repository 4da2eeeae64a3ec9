import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { ofSize, WEBM, withIndexLast } from '../clips';
import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import {
  demoVideo,
  says,
  startVideoHost,
  video,
  type MediaAnswer,
  type VideoHost,
  type VideoPlan,
} from './support/video-host';

const SEA = demoVideo('sea');
const TALL = demoVideo('lanterns');
const LARGE = ofSize(SEA, 2_000_000);
const POSTER = readFileSync(new URL('../../src/demo/media/sea-poster.webp', import.meta.url));

let host: VideoHost;
test.afterEach(() => host.stop());
// High enough for all cards.
test.use({ viewport: { width: 1440, height: 2400 } });

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

test('every kind of finished video has a picture, unless there is none to be had @firefox', async ({
  page,
}) => {
  const names = Object.keys(PLANS);
  await openAll(page, Object.values(PLANS), { ...LINKS, ...NONE, ...UNREADABLE });
  const wanted = Object.fromEntries(names.map((name) => [name, !(name in NONE)]));
  await expect
    .poll(async () => Object.fromEntries(await Promise.all(names.map(pictured))))
    .toEqual(wanted);

  async function pictured(name: string, index: number): Promise<[string, boolean]> {
    const card = page.locator(`[data-card$="clip-${index + 1}"]`);
    const shown = card.locator('[aria-hidden] > :is(img, canvas)');
    return [name, (await shown.count()) > 0];
  }
});

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
