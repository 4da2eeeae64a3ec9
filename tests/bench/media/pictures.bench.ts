import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import {
  startVideoHost,
  trackVideos,
  video,
  type MediaAnswer,
  type MediaRequest,
  type VideoPlan,
} from '../../e2e/support/video-host';
import { expect, test } from '../../e2e/support/fixtures';
import { kilobytes, report } from './report';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/rushes', import.meta.url));
const H264 = '-c:v libx264 -b:v 3200k -maxrate 3200k -bufsize 3200k -pix_fmt yuv420p';

/** Clips of 2 MB, 720p, 5 s: grain, which no codec makes smaller. */
const CLIPS = {
  'index first': ['first.mp4', `${H264} -movflags +faststart`],
  'index last': ['last.mp4', H264],
  fragments: ['fragments.mp4', `${H264} -g 24 -movflags frag_keyframe+empty_moov`],
} as const satisfies Record<string, readonly [file: string, how: string]>;

let clips: Record<keyof typeof CLIPS, Buffer>;
test.beforeAll(() => {
  test.setTimeout(600_000);
  clips = Object.fromEntries(
    Object.entries(CLIPS).map(([name, [file, how]]) => [name, clipOf(file, how)]),
  ) as typeof clips;
});

/** How 40 videos are served. */
const WAYS: Record<string, (clip: MediaAnswer, id: string) => VideoPlan> = {
  link: (_, id) => linkTo(id),
  key: (clip) => ({ content: clip }),
  'link without ranges at 20 Mbit/s': (_, id) => linkTo(id),
  'link that pages may not read at 20 Mbit/s': (_, id) => linkTo(id),
};

for (const [way, planOf] of Object.entries(WAYS)) {
  for (const kind of Object.keys(CLIPS) as (keyof typeof CLIPS)[]) {
    test(`pictures of 40 clips: ${way}, ${kind}`, async ({ page }) => {
      const clip = video(clips[kind], {
        cors: !way.includes('may not read'),
        ranges: !way.includes('without ranges'),
        // The machine's own network swallows 2 MB before anybody can stop it.
        pauseMs: way.includes('20 Mbit/s') ? 26 : 0,
      });
      const ids = Array.from({ length: 40 }, (_, index) => `clip-${index + 1}`);
      const host = await startVideoHost(
        Object.fromEntries(ids.map((id) => [id, planOf(clip, id)])),
        Object.fromEntries(ids.map((id) => [`${id}.mp4`, clip])),
      );
      await page.goto('/');
      await trackVideos(page, host, ids);
      await expect(page.getByRole('radio', { name: 'Ready 40' })).toBeVisible({ timeout: 240_000 });
      const shown = await settled(page, host.log);
      const first = costs(host.log);
      host.log.length = 0;
      await page.reload();
      const again = await settled(page, host.log);
      const second = costs(host.log);
      await host.stop();
      report(
        `pictures, ${way}, ${kind}`,
        `${shown.pictures} of ${shown.cards} cards on the screen, ${kilobytes(mean(first))} each, at most ${kilobytes(Math.max(0, ...first))}; ` +
          `the second time ${again.pictures} of ${again.cards}, ${kilobytes(mean(second))} each`,
      );
    });
  }
}

function linkTo(id: string): VideoPlan {
  return { answer: { video_url: `{media}/media/${id}.mp4` } };
}

/** Once nothing has been asked for a while. */
async function settled(page: Page, log: readonly MediaRequest[]) {
  await expect(page.locator('[data-card]').first()).toBeVisible();
  for (let before = -1, quiet = 0; quiet < 3; quiet += 1) {
    await page.waitForTimeout(1500);
    if (log.length !== before) quiet = 0;
    before = log.length;
  }
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll('[data-card]')].filter(
      (card) => card.getBoundingClientRect().top < innerHeight,
    );
    const pictures = cards.filter((card) => card.querySelector('[aria-hidden] > :is(img, canvas)'));
    return { cards: cards.length, pictures: pictures.length };
  });
}

function costs(log: readonly MediaRequest[]): number[] {
  const each = new Map<string, number>();
  for (const { path: asked, bytes } of log) {
    const name = /clip-\d+/.exec(asked)?.[0] ?? asked;
    each.set(name, (each.get(name) ?? 0) + bytes);
  }
  return [...each.values()];
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
}

function clipOf(file: string, how: string): Buffer {
  const place = path.join(FOLDER, file);
  if (!existsSync(place)) {
    mkdirSync(FOLDER, { recursive: true });
    const source = 'testsrc2=s=1280x720:r=24:d=5,noise=alls=24:allf=t';
    const from = ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', source];
    execFileSync('ffmpeg', [...from, ...how.split(' '), place]);
  }
  return readFileSync(place);
}
