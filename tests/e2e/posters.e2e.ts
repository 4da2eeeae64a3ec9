import {
  demoVideo,
  video,
  startVideoHost,
  type VideoHost,
  type VideoPlan,
} from './support/video-host';
import { expect, test } from './support/fixtures';
import { onBoard, saveData } from './support/kept';
import { expectPlays } from './support/page';

const SEA = demoVideo('sea');

let host: VideoHost;
test.afterEach(() => host.stop());

const KINDS = {
  'with a link': { answer: { video_url: '{media}/media/sea' } },
  'behind the key': { content: video(SEA) },
} satisfies Record<string, VideoPlan>;

for (const [kind, plan] of Object.entries(KINDS)) {
  test(`where data is saved, a video ${kind} that was seen once has its first frame for a picture from then on @firefox`, async ({
    page,
  }) => {
    await saveData(page);
    host = await startVideoHost({ 'clip-1': plan }, { sea: video(SEA) });
    await onBoard(page, host, 1);
    const card = page.getByRole('article');
    const pictures = card.locator('img');
    await expect(pictures).toHaveCount(0);
    expect(host.log).toEqual([]);
    await card.getByRole('button', { name: 'Play' }).click();
    await expectPlays(card);
    await page.reload();
    await expect(pictures).toHaveCount(1);
    host.log.length = 0;
    const [src, width] = await pictures.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.src, image.naturalWidth] as const;
    });
    expect(src).toMatch(/^blob:/);
    expect(width).toBe(480);
    expect(host.log).toEqual([]);
  });
}

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a video plays mute under the pointer, and goes on with sound when it is pressed @motion', async ({
    page,
  }) => {
    host = await startVideoHost({
      'clip-1': { content: video(SEA) },
      'clip-2': { content: video(SEA) },
    });
    await onBoard(page, host, 2);
    const [first, second] = [
      page.locator('[data-card$="clip-1"]'),
      page.locator('[data-card$="clip-2"]'),
    ];
    await first.getByRole('button', { name: 'Play' }).hover();
    await expectPlays(first);
    expect(await first.locator('video').evaluate((one: HTMLVideoElement) => one.muted)).toBe(true);
    await expect(first.getByText('New')).toBeVisible();
    await second.getByRole('button', { name: 'Play' }).hover();
    await expect(first.locator('video')).toHaveCount(0);
    await expectPlays(second);

    const asked = host.log.length;
    await second.getByRole('button', { name: 'Play' }).click();
    await expectPlays(second);
    expect(await second.locator('video').evaluate((one: HTMLVideoElement) => one.muted)).toBe(
      false,
    );
    await expect(second.getByText('New')).toHaveCount(0);
    expect(host.log.slice(asked).filter(({ range }) => range?.startsWith('bytes=0-'))).toEqual([]);
    // What plays with sound goes on while another video is looked at.
    await first.getByRole('button', { name: 'Play' }).hover();
    await expectPlays(first);
    expect(await second.locator('video').evaluate((one: HTMLVideoElement) => one.paused)).toBe(
      false,
    );
  });
});
