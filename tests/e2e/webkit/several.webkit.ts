import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

import { the } from '../support/engines/find';
import { choose, onBoard } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { demoVideo, startVideoHost, video, type VideoHost } from '../support/video-host';

const SEA = demoVideo('sea');
const AURORA = demoVideo('aurora');

let host: VideoHost;
test.beforeEach(async ({ tab }) => {
  host = await startVideoHost(
    {
      'clip-1': { answer: { video_url: '{media}/media/sea', prompt: 'The sea' } },
      'clip-2': { answer: { video_url: '{media}/media/aurora', prompt: 'The lights' } },
    },
    { sea: video(SEA), aurora: video(AURORA) },
  );
  await onBoard(tab, host, 2);
});
test.afterEach(() => host.stop());

test('two videos play beside each other, and the address holds what the keys chose', async ({
  tab,
}) => {
  await choose(tab, 'The sea', 'Compare…');
  await tab.click(the('dialog'), the('button', 'The lights'));
  await tab.click(the('dialog'), the('button', 'Compare 2'));
  await tab.expectCount(2, the('video'));
  await tab.press('2', '>');
  await expect.poll(() => tab.url()).toMatch(/speed=1\.5&sound=2/);
  const videos = () =>
    tab.read([the('video')], (found) =>
      found.map((one) => {
        const { muted, videoWidth } = one as HTMLVideoElement;
        return { muted, width: videoWidth };
      }),
    );
  await expect.poll(videos).toEqual([
    { muted: true, width: 640 },
    { muted: false, width: 640 },
  ]);

  const times = () =>
    tab.read([the('video')], (found) => found.map((one) => (one as HTMLVideoElement).currentTime));
  await tab.click(the('button', 'Play'));
  const began = await times();
  const isGoingOn = async () =>
    (await times()).every((time, index) => time > (began[index] ?? time));
  await expect.poll(isGoingOn).toBe(true);
  // Where one has waited for the other after a jump, too.
  await tab.press('Shift+ArrowRight', 'Shift+ArrowRight');
  await expect.poll(async () => Math.min(...(await times()))).toBeGreaterThan(2.5);
});

test('all videos come as one ZIP with a table', async ({ tab, downloads }) => {
  await tab.click(the('button', 'Download…'));
  await tab.click(the('dialog', 'Download 2 videos'), the('button', 'Download'));
  await tab.expectText('2 of 2 downloaded', the('dialog'));
  // Through the worker: from the page's memory there would be no frame.
  expect(await tab.run(() => document.querySelector('iframe')?.src)).toContain('/clip/');
  await expect.poll(downloads).toHaveLength(1);
  const [zip = ''] = downloads();
  const tested = () => {
    try {
      return execFileSync('unzip', ['-t', zip], { stdio: 'pipe' }).toString();
    } catch (error) {
      return String(error);
    }
  };
  await expect.poll(tested).toContain('No errors');
  const names = execFileSync('unzip', ['-Z1', zip]).toString().trim().split('\n');
  expect(names).toHaveLength(3);
  expect(names).toContain('videos.csv');
});

test('all videos come as separate files, with a table', async ({ tab, downloads }) => {
  await tab.click(the('button', 'Download…'));
  await tab.click(the('dialog', 'Download 2 videos'), the('radio', 'Separate files'));
  await tab.click(the('dialog', 'Download 2 videos'), the('button', 'Download'));
  await tab.expectText('2 of 2 downloaded', the('dialog'));
  const files = () => downloads().map((file) => [path.extname(file), statSync(file).size]);
  await expect.poll(files).toEqual([
    ['.mp4', AURORA.length],
    ['.mp4', SEA.length],
    ['.csv', expect.any(Number)],
  ]);
});
