import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Media } from '~/engine/media/media';
import { testVideo } from '~/engine/media/test-video';
import { testFolder } from '~/engine/media/keep/test-folder';
import { watchEnd } from '~/engine/media/save/watch-end';

import { aJob, problem, told, type Videos } from './test-job';

afterEach(() => vi.unstubAllGlobals());

describe('as files into a folder', () => {
  it('saves one after another, with a table; what failed is all that is tried again', async () => {
    const { files } = choosesFolder();
    const videos: Videos = { a: testVideo(['sea']), b: problem('unreachable') };
    const { job, opened } = aJob(videos);
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a'], failed: ['b'] });
    expect([...files.keys()]).toEqual(['a.mp4', 'videos.csv']);

    videos['b'] = testVideo(['city']);
    await job.start('files');
    expect(opened).toEqual(['a', 'b', 'b']);
    expect(told(job)).toMatchObject({ status: 'done', total: 1, saved: ['b'], failed: [] });
    expect([...files.keys()]).toEqual(['a.mp4', 'videos.csv', 'b.mp4', 'videos (2).csv']);
  });

  it('stops where the disk is full, says so, and goes on with what is missing', async () => {
    const folder = choosesFolder();
    folder.room = 4;
    const videos: Videos = {
      a: testVideo(['sea']),
      b: testVideo(['a city']),
      c: testVideo(['sky']),
    };
    const { job, opened } = aJob(videos);
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: 'full', saved: ['a'] });
    expect(opened).toEqual(['a', 'b']);

    folder.room = Infinity;
    videos['b'] = testVideo(['a city']);
    await job.start('files');
    expect(opened).toEqual(['a', 'b', 'b', 'c']);
    expect(told(job)).toMatchObject({ status: 'done', trouble: null, saved: ['b', 'c'] });
  });

  it('goes on after a video that stood still, which is not the person’s doing', async () => {
    choosesFolder();
    const still = new DOMException('it stood still', 'AbortError');
    const { job } = aJob({ a: testVideo(['half', still]), b: testVideo(['city']) });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['b'], failed: ['a'] });
  });

  it('saves no table of nothing', async () => {
    const { files } = choosesFolder();
    const { job } = aJob({ a: problem('expired') });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', trouble: null, failed: ['a'] });
    expect([...files.keys()]).toEqual([]);
  });

  it('does nothing when the chooser is closed without a choice', async () => {
    vi.stubGlobal('showDirectoryPicker', () =>
      Promise.reject(new DOMException('no', 'AbortError')),
    );
    const { job, opened } = aJob({ a: testVideo(['sea']) });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'choosing' });
    expect(opened).toEqual([]);
  });
});

describe('as one ZIP', () => {
  it('counts nothing as saved that lies in a ZIP which was not finished', async () => {
    const zip = choosesZip();
    zip.room = 60;
    const videos: Videos = { a: testVideo(['sea']), b: testVideo(['a city'.repeat(20)]) };
    const { job, opened } = aJob(videos);
    await job.start('zip');
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: 'full', saved: [] });

    zip.room = Infinity;
    Object.assign(videos, { a: testVideo(['sea']), b: testVideo(['a city']) });
    await job.start('zip');
    expect(opened).toEqual(['a', 'b', 'a', 'b']);
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a', 'b'] });
    expect(zip.files.get('videos.zip')?.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('is not saved when nothing arrived, which is told, and is tried again', async () => {
    const { files } = choosesZip();
    const half = testVideo(['half', new TypeError('network')]);
    const videos: Videos = { a: problem('expired'), b: half };
    const { job, opened } = aJob(videos);
    await job.start('zip');
    expect(told(job)).toMatchObject({
      status: 'done',
      trouble: null,
      saved: [],
      failed: ['a', 'b'],
    });
    expect([...files.keys()]).toEqual([]);
    Object.assign(videos, { a: testVideo(['sea']), b: testVideo(['city']) });
    await job.start('zip');
    expect(opened).toEqual(['a', 'b', 'a', 'b']);
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a', 'b'] });
    expect([...files.keys()]).toEqual(['videos.zip']);
  });

  it('can be cancelled while a video stands still, and begins again', async () => {
    choosesZip();
    const still = testVideo(['half', 'never']);
    const videos: Videos = { a: still };
    const { job } = aJob(videos);
    const started = job.start('zip');
    await vi.waitFor(() => expect(still.pulled()).toBe(2));
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: null, saved: [] });
    videos['a'] = testVideo(['sea']);
    await job.start('zip');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a'] });
  });

  it('can be cancelled while the browser’s own download is paused', async () => {
    const taken: ReadableStream<Uint8Array>[] = [];
    vi.stubGlobal('document', {
      createElement: () => ({ remove: () => {} }),
      body: { append() {} },
    });
    const serveFile: Media['serveFile'] = (bytes, _name, _type, signal) => {
      const { stream, ended } = watchEnd(bytes, signal);
      taken.push(stream);
      return Promise.resolve({ url: 'clip/1', ended });
    };
    const { job } = aJob({ a: testVideo(['sea']) }, serveFile);
    const started = job.start('zip');
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', saved: [] });
    await expect(taken[0]?.getReader().read()).rejects.toMatchObject({ name: 'AbortError' });
  });
});

function choosesFolder() {
  const folder = testFolder();
  vi.stubGlobal('showDirectoryPicker', () => Promise.resolve(folder.handle));
  return folder;
}

function choosesZip() {
  const folder = testFolder();
  vi.stubGlobal('showSaveFilePicker', ({ suggestedName }: { suggestedName: string }) =>
    folder.handle.getFileHandle(suggestedName, { create: true }),
  );
  return folder;
}
