// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { VideoDownload } from '~/core/video';
import type { Media } from '~/engine/media/media';
import { TooLargeToHold, UNASKED, type MayHold } from '~/engine/media/save/memory';
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

test('so does one whose size nobody says, once it proves to be large', async () => {
  const { served, read, kind } = await save(aGrowingVideo(), true);
  expect([served(), kind, blobs]).toEqual([1, 'browser', []]);
  // What had been read by then is in it, too.
  await expect(read()).resolves.toBe(2 * PIECE);
});

test('a large one is saved from memory where there is no service worker, if the person agrees', async () => {
  const asked: number[] = [];
  const agrees = async (limit: number): Promise<boolean> => asked.push(limit) > 0;
  const { kind } = await save(testVideo(['sea', 'side'], { size: LARGE }), false, agrees);
  expect([kind, asked]).toEqual(['saved', [UNASKED.one]]);
  expect([await blobs[0]?.text(), blobs[0]?.type]).toEqual(['seaside', 'video/mp4']);
});

test('it is given up where they do not', async () => {
  const video = testVideo(['sea', 'never'], { size: LARGE });
  const saving = save(video, false, () => Promise.resolve(false));
  await expect(saving).rejects.toMatchObject({ constructor: TooLargeToHold, bytes: LARGE });
  expect([blobs, video.cancelled()]).toEqual([[], true]);
});

test('nor is one whose size nobody says read on', async () => {
  const saving = save(aGrowingVideo(), false, () => Promise.resolve(false));
  await expect(saving).rejects.toBeInstanceOf(TooLargeToHold);
  expect(blobs).toEqual([]);
});

test('who stops a large one stops the browser’s download too', async () => {
  const stop = new AbortController();
  const video = testVideo(['sea', 'never'], { size: LARGE });
  const { ended } = await save(video, true, NOBODY, stop.signal);
  stop.abort();
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  expect(video.cancelled()).toBe(true);
});

/** Nobody is asked. */
const NOBODY: MayHold = () => Promise.reject(new Error('Somebody was asked'));

const PIECE = 60 * 1024 * 1024;

/** Two pieces that are more than 100 MB together. */
function aGrowingVideo(): VideoDownload {
  const piece = new Uint8Array(PIECE);
  let left = 2;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (left === 0) return controller.close();
        left -= 1;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { kind: 'video', body, type: 'video/mp4', size: null };
}

async function save(
  video: VideoDownload,
  hasWorker: boolean,
  mayHold: MayHold = NOBODY,
  signal = new AbortController().signal,
) {
  let served = 0;
  let read = Promise.resolve(0);
  const shares: (number | null)[] = [];
  const serveFile: Media['serveFile'] = async (bytes, _name, _type, until) => {
    if (!hasWorker) return null;
    served += 1;
    const { stream, ended } = watchEnd(bytes, until);
    // The browser reads it for its own download.
    read = lengthOf(stream);
    read.catch(() => {});
    return { url: 'clip/1', ended };
  };
  const onProgress = (share: number | null) => void shares.push(share);
  const media = { serveFile } as Media;
  const { kind, ended } = await videoToDownloads(media, video, 'sea.mp4', onProgress, {
    signal,
    mayHold,
  });
  return { kind, ended, shares, served: () => served, read: () => read };
}

async function lengthOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of stream) bytes += piece.byteLength;
  return bytes;
}
