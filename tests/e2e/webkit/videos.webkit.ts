import { readFile } from 'node:fs/promises';

import { the } from '../support/engines/find';
import { card, choose, onBoard } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { demoVideo, startVideoHost, video, type VideoHost } from '../support/video-host';
import { BROKEN, PLAYS, startBroken, startPlays } from '../support/ways';

const SEA = demoVideo('sea');
const LINK = { answer: { video_url: '{media}/media/sea', prompt: 'The sea' } };

let host: VideoHost;
test.afterEach(() => host.stop());

test('a video plays, whatever the way to it', async ({ tab }) => {
  host = await startPlays();
  await onBoard(tab, host, Object.keys(PLAYS).length);
  for (const [index, name] of Object.keys(PLAYS).entries()) {
    await test.step(name, async () => {
      const one = card(`clip-${index + 1}`);
      await tab.click(one, the('button', /^Play/));
      await tab.expectPlays(one);
    });
  }
});

test('a card says in plain words why its video does not play', async ({ tab }) => {
  host = await startBroken();
  await onBoard(tab, host, BROKEN.length);
  for (const [index, [name, , told]] of BROKEN.entries()) {
    await test.step(name, async () => {
      const one = card(`clip-${index + 1}`);
      await tab.click(one, the('button', /^Play/));
      await tab.expectText(told, one);
      await tab.expectCount(0, one, the('video'));
    });
  }
});

test('the large player obeys the keys of an editing desk, and saves the frame it shows', async ({
  tab,
  downloads,
}) => {
  host = await startVideoHost({ 'clip-1': LINK }, { sea: video(SEA) });
  await onBoard(tab, host, 1);
  await choose(tab, 'The sea', 'Details');
  await tab.expectCount(1, the('heading', 'The sea'));
  const state = () =>
    tab.read([the('video')], ([found]) => {
      const { currentTime, paused, playbackRate, muted, loop } = found as HTMLVideoElement;
      return { time: currentTime, paused, speed: playbackRate, muted, loop };
    });
  await tab.press(' ');
  await tab.expectPlays(card('The sea'));
  await tab.press(' ');
  await expect.poll(state).toMatchObject({ paused: true });
  await tab.press('Home', 'Shift+ArrowRight');
  await expect.poll(state).toMatchObject({ time: 1 });
  await tab.press('l', 'l');
  await expect.poll(state).toMatchObject({ paused: false, speed: 2 });
  // One key after the other, as a person presses them: this engine applies each a moment later.
  await tab.press('k');
  await expect.poll(state).toMatchObject({ paused: true });
  await tab.press('m');
  await expect.poll(state).toMatchObject({ muted: true });
  await tab.press('r', '>');
  await expect.poll(state).toMatchObject({ paused: true, muted: true, loop: true, speed: 1.25 });

  await tab.click(the('button', 'Save a still'));
  await expect.poll(downloads).toHaveLength(1);
  const [file = ''] = downloads();
  expect(file).toMatch(/The sea – .*\dm\d\d\.\d\ds\.png$/);
  await expect
    .poll(async () => {
      const png = await readFile(file);
      return png.length > 24 ? [png.readUInt32BE(16), png.readUInt32BE(20)] : [];
    })
    .toEqual([640, 352]);
});
