// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Media } from '~/engine/media/media';
import { watchEnd } from '~/engine/media/save/watch-end';
import { testVideo } from '~/engine/media/test-video';

import { videoToDownloads } from './to-downloads';

const LARGE = 214_000_000;
/** What the page itself hands to the browser. */
let blobs: Blob[] = [];

beforeEach(() => {
  blobs = [];
  // A second file is saved a little later: by then its link would be a real one, and lead the next tests' window away.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:video';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  vi.spyOn(document.body, 'append').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a video of usual size is read whole, and saved', async () => {
  const { served, kind, shares } = await save(testVideo(['sea', 'side'], { size: 7 }), true);
  expect([served(), kind, shares]).toEqual([0, 'saved', [3 / 7, 1]]);
  expect(await blobs[0]?.text()).toBe('seaside');
});

test('a large one goes through the service worker, never into memory, until it has ended', async () => {
  const video = testVideo(['sea', 'side'], { size: LARGE });
  const { served, kind, ended } = await save(video, true);
  expect([served(), kind, blobs]).toEqual([1, 'browser', []]);
  await expect(ended).resolves.toBeUndefined();
});

test('a large one is saved from memory where there is no service worker', async () => {
  const { kind } = await save(testVideo(['sea', 'side'], { size: LARGE }), false);
  expect(kind).toBe('saved');
  expect([await blobs[0]?.text(), blobs[0]?.type]).toEqual(['seaside', 'video/mp4']);
});

test('who stops a large one stops the browser’s download too', async () => {
  const stop = new AbortController();
  const video = testVideo(['sea', 'never'], { size: LARGE });
  const { ended } = await save(video, true, stop.signal);
  stop.abort();
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  expect(video.cancelled()).toBe(true);
});

async function save(
  video: ReturnType<typeof testVideo>,
  hasWorker: boolean,
  signal = new AbortController().signal,
) {
  let served = 0;
  const shares: (number | null)[] = [];
  const serveFile: Media['serveFile'] = async (bytes, _name, _type, until) => {
    if (!hasWorker) return null;
    served += 1;
    const { stream, ended } = watchEnd(bytes, until);
    // The browser reads it for its own download.
    void new Response(stream as BodyInit).arrayBuffer().catch(() => {});
    return { url: 'clip/1', ended };
  };
  const onProgress = (share: number | null) => void shares.push(share);
  const media = { serveFile } as Media;
  const { kind, ended } = await videoToDownloads(media, video, 'sea.mp4', onProgress, signal);
  return { kind, ended, shares, served: () => served };
}
