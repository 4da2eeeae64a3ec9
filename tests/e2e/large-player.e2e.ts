import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { demoVideo, video, says, startVideoHost, type VideoHost } from './support/video-host';
import { expect, test } from './support/fixtures';
import { onBoard } from './support/kept';
import { choose, expectNoAxeViolations, expectPlays } from './support/page';

const SEA = demoVideo('sea');
/** More than the details show at once. */
const LONG = ['Third take', ...Array.from({ length: 40 }, (_, index) => `Shot ${index}`)].join(
  '\n',
);

let host: VideoHost;
test.beforeEach(async ({ page }) => {
  host = await startVideoHost(
    {
      'clip-1': { answer: { prompt: 'First take' }, content: video(SEA) },
      'clip-2': { answer: { prompt: 'Second take', video_url: '{media}/media/nocors' } },
      'clip-3': { answer: { prompt: LONG }, content: says(401, '{"error":"no"}') },
      'clip-4': { answer: { prompt: 'Fourth take', video_url: '{media}/media/sea' } },
    },
    { nocors: video(SEA, { cors: false }), sea: video(SEA) },
  );
  await onBoard(page, host, 4);
});
test.afterEach(() => host.stop());

test('the keys of an editing desk do what editors know @firefox', async ({ page }) => {
  await openLarge(page, 'First take');
  await page.keyboard.press(' ');
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await page.keyboard.press(' ');
  await expect.poll(() => state(page)).toMatchObject({ paused: true });
  await page.keyboard.press('Home');
  await expect.poll(() => state(page)).toMatchObject({ time: 0 });
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => state(page)).toMatchObject({ time: 1 });
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await expect.poll(() => state(page)).toMatchObject({ paused: false, speed: 2 });
  // Read before it turns: on a busy machine it may be back at the start by the time it is read.
  const turned = (await state(page)).time;
  await page.keyboard.press('j');
  await expect.poll(async () => (await state(page)).time).toBeLessThan(turned);
  await page.keyboard.press('k');
  await expect.poll(() => state(page)).toMatchObject({ paused: true, speed: 1 });
  await page.keyboard.press('m');
  await page.keyboard.press('r');
  await page.keyboard.press('>');
  await expect.poll(() => state(page)).toMatchObject({ muted: true, loop: true, speed: 1.25 });
  await expect(page.getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expectNoAxeViolations(page);
});

test('a step is one frame, also right after a jump @firefox', async ({ page }) => {
  await openLarge(page, 'First take');
  await page.keyboard.press(' ');
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await page.keyboard.press(' ');
  await page.keyboard.press('Home');
  // At once, before anything of the new place can have been shown.
  await page.keyboard.press('Shift+ArrowRight');
  await page.evaluate(() => {
    for (const key of ['Home', 'ArrowRight']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  });
  await expect.poll(async () => Math.floor((await state(page)).time * 24 + 0.01)).toBe(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => state(page)).toMatchObject({ time: 1 });
  // A frame of this video is shown for 1/24 s.
  for (const [key, frames] of [
    ['ArrowRight', 1],
    ['.', 2],
    ['ArrowLeft', 1],
    [',', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect
      .poll(async () => Math.floor((await state(page)).time * 24 + 0.01), { message: key })
      .toBe(24 + frames);
  }
});

for (const [kind, title] of [
  ['behind the key', 'First take'],
  ['with a link', 'Fourth take'],
] as const) {
  test(`a still of a video ${kind} is the frame that is shown, in its size @firefox`, async ({
    page,
  }) => {
    await openLarge(page, title);
    await page.getByRole('button', { name: 'Play' }).click();
    await expectPlays(page.getByRole('group', { name: 'Player' }));
    await page.keyboard.press(' ');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a still' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(
      new RegExp(String.raw`^${title} – .*\dm\d\d\.\d\ds\.png$`),
    );
    const png = await readFile(await download.path());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 352]);
  });
}

test('where a site lets no page read its video, the page says so, and plays it @firefox', async ({
  page,
}) => {
  await openLarge(page, 'Second take');
  await page.getByRole('button', { name: 'Play' }).click();
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await page.keyboard.press('s');
  await expect(page.getByText('does not let pages read its frames')).toBeVisible();
});

test('whoever watches goes on to the next task with one key, and hears why it does not play @firefox', async ({
  page,
}) => {
  await openLarge(page, 'First take');
  await page.keyboard.press(' ');
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('heading', { name: 'Second take' })).toBeVisible();
  await expectPlays(page.getByRole('group', { name: 'Player' }));
  await page.keyboard.press('Shift+N');
  await expect(page.getByText('The key was not accepted for this video')).toBeVisible();
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('heading', { name: 'Second take' })).toBeVisible();
  // What scrolls can be scrolled with the keyboard; what does not is no stop for it.
  const prompt = page.getByRole('region', { name: 'Prompt' });
  await expect(prompt).toHaveCount(0);
  await page.keyboard.press('Shift+N');
  await prompt.press('PageDown');
  await expect.poll(() => prompt.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
});

test('the controls can be reached one after another, and say their names', async ({ page }) => {
  await openLarge(page, 'First take');
  await page.getByRole('button', { name: 'Play' }).press('Enter');
  const player = page.getByRole('group', { name: 'Player' });
  await expectPlays(player);
  await page.keyboard.press(' ');
  await expect(player.getByRole('button', { name: 'Play' })).toBeVisible();
  await player.getByRole('slider', { name: 'Time' }).focus();
  await expect(player.getByRole('slider', { name: 'Time' })).toHaveAttribute(
    'aria-valuetext',
    /^0:0\d\.\d of 0:06\.0$/,
  );
  const names: string[] = [];
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
  }
  expect(names).toEqual([
    'Play',
    'One frame back',
    'One frame forward',
    'Picked',
    'Speed',
    'Loop',
    'Mute',
    'Volume',
    'Picture in picture',
    'Full screen',
  ]);
});

async function openLarge(page: Page, title: string): Promise<void> {
  await choose(page, page.getByRole('article', { name: title }), 'Details');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

function state(page: Page) {
  return page.locator('video').evaluate((one: HTMLVideoElement) => ({
    time: one.currentTime,
    paused: one.paused,
    speed: one.playbackRate,
    muted: one.muted,
    loop: one.loop,
  }));
}
