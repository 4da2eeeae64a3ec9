import { afterEach, describe, expect, it, vi } from 'vitest';

import type { NoVideo, VideoDownload } from '~/core/video';
import { testVideo } from '~/engine/media/test-video';

import { canShare, filesToShare, share } from './share';

afterEach(() => vi.unstubAllGlobals());

const GONE: NoVideo = { kind: 'problem', reason: 'expired' };
const aVideo = (name: string, video: VideoDownload | NoVideo) => ({
  nameFor: () => `${name}.mp4`,
  open: () => Promise.resolve(video),
});
const fetched = (...items: ReturnType<typeof aVideo>[]) =>
  filesToShare(items, () => {}, new AbortController().signal);

describe('what the share sheet takes', () => {
  it.each([
    ['nothing where there is none', {}, null],
    ['text where it takes no files', { share() {} }, 'text'],
    ['text where it takes files, but no videos', { share() {}, canShare: () => false }, 'text'],
    ['videos', { share() {}, canShare: () => true }, 'files'],
  ])('is %s', (_, navigator, can) => {
    vi.stubGlobal('navigator', navigator);
    expect(canShare()).toBe(can);
  });
});

describe('videos to share', () => {
  it('come as files with names of their own; what does not come is counted', async () => {
    const half = testVideo(['half', new TypeError('network')]);
    const { files, missed, tooLarge } = await fetched(
      aVideo('SH010 – take 1', testVideo(['sea'])),
      aVideo('gone', GONE),
      aVideo('half', half),
      aVideo('SH010 – take 1', testVideo(['city'])),
    );
    expect(files.map(({ name }) => name)).toEqual(['SH010 – take 1.mp4', 'SH010 – take 1 (2).mp4']);
    expect(await files[1]?.text()).toBe('city');
    expect([missed, tooLarge]).toEqual([2, false]);
  });

  it('are given up where they are too large together, before they are read', async () => {
    const large = testVideo(['sea'], { size: 300 * 2 ** 20 });
    const { files, tooLarge } = await fetched(aVideo('a', testVideo(['sea'])), aVideo('b', large));
    expect([files, tooLarge]).toEqual([[], true]);
  });
});

describe('sharing', () => {
  it.each([
    [null, 'shared'],
    ['AbortError', 'closed'],
    ['NotAllowedError', 'again'],
    ['DataError', 'failed'],
  ] as const)('after %s is %s', async (error, ended) => {
    vi.stubGlobal('navigator', {
      async share() {
        if (error) throw new DOMException('no', error);
      },
    });
    expect(await share({ text: 'a' })).toBe(ended);
  });
});
