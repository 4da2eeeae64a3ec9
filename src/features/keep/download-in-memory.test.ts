import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { VideoDownload } from '~/core/video';
import { MOST, UNASKED } from '~/engine/media/save/memory';
import { testVideo } from '~/engine/media/test-video';

import { aJob, told } from './test-job';

describe('without a way to the disk', () => {
  beforeEach(() => {
    // Files follow each other with a gap.
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'], shouldAdvanceTime: true });
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:file';
    });
    vi.stubGlobal('document', { createElement: () => ({ click() {} }) });
  });
  let blobs: Blob[] = [];
  afterEach(() => {
    blobs = [];
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('waits until the person agrees that it goes on in memory, which is asked once', async () => {
    const { job } = aJob({ a: aLarge(), b: aLarge() });
    const started = job.start('files');
    await vi.waitFor(() => expect(told(job).asked).toBe(UNASKED.one));
    expect(blobs).toEqual([]);
    job.allow();
    await started;
    expect(told(job)).toMatchObject({ status: 'done', asked: null, saved: ['a', 'b'] });
    expect(await blobs[0]?.text()).toBe('sea');
  });

  it('ends there if the person cancels it, which is no failure', async () => {
    const video = testVideo(['sea', 'never'], { size: UNASKED.one + 1 });
    const { job } = aJob({ a: video });
    const started = job.start('files');
    await vi.waitFor(() => expect(told(job).asked).toBe(UNASKED.one));
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', asked: null, trouble: null, failed: [] });
    expect([video.cancelled(), blobs]).toEqual([true, []]);
  });

  it('leaves out a video that no page can hold, and says so of it', async () => {
    const huge = testVideo(['sea'], { size: MOST + 1 });
    const { job } = aJob({ a: huge, b: testVideo(['city']) });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', asked: null, saved: ['b'], failed: ['a'] });
    expect(job.progress.getState().failed.get('a')).toBe('large');
    expect(await blobs.at(-1)?.text()).toMatch(/^a,,large$/m);
  });

  it('waits with a ZIP that has grown large, too', async () => {
    const { job } = aJob({ a: aHeavy(), b: aHeavy(), c: aHeavy(), d: aHeavy() });
    const started = job.start('zip');
    await vi.waitFor(() => expect(told(job).asked).toBe(UNASKED.several), 20_000);
    expect(told(job).saved).toEqual(['a', 'b', 'c']);
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: null, saved: [] });
    expect(blobs).toEqual([]);
  });
});

function aLarge() {
  return testVideo(['sea'], { size: UNASKED.one + 1 });
}

/** Of 60 MB, in one piece. */
function aHeavy(): VideoDownload {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(SIXTY_MB);
      controller.close();
    },
  });
  return { kind: 'video', body, type: 'video/mp4', size: SIXTY_MB.length };
}
const SIXTY_MB = new Uint8Array(60 * 1024 * 1024);
