import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Film, NoClip } from '~/core/clip';
import type { Media } from '~/engine/media/media';
import { testFilm } from '~/engine/media/test-film';
import { testFolder } from '~/engine/media/test-folder';

import { createDownloadJob } from './download-many';

afterEach(() => vi.unstubAllGlobals());

describe('as files into a folder', () => {
  it('saves one after another, with a table; what failed is all that is tried again', async () => {
    const { files } = choosesFolder();
    const films: Films = { a: testFilm(['sea']), b: problem('unreachable') };
    const { job, opened } = aJob(films);
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a'], failed: ['b'] });
    expect([...files.keys()]).toEqual(['a.mp4', 'videos.csv']);

    films['b'] = testFilm(['city']);
    await job.start('files');
    expect(opened).toEqual(['a', 'b', 'b']);
    expect(told(job)).toMatchObject({ status: 'done', total: 1, saved: ['b'], failed: [] });
    expect([...files.keys()]).toEqual(['a.mp4', 'videos.csv', 'b.mp4', 'videos (2).csv']);
  });

  it('stops where the disk is full, says so, and goes on with what is missing', async () => {
    const folder = choosesFolder();
    folder.room = 4;
    const films: Films = { a: testFilm(['sea']), b: testFilm(['a city']), c: testFilm(['sky']) };
    const { job, opened } = aJob(films);
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: 'full', saved: ['a'] });
    expect(opened).toEqual(['a', 'b']);

    folder.room = Infinity;
    films['b'] = testFilm(['a city']);
    await job.start('files');
    expect(opened).toEqual(['a', 'b', 'b', 'c']);
    expect(told(job)).toMatchObject({ status: 'done', trouble: null, saved: ['b', 'c'] });
  });

  it('goes on after a film that stood still, which is not the person’s doing', async () => {
    choosesFolder();
    const still = new DOMException('it stood still', 'AbortError');
    const { job } = aJob({ a: testFilm(['half', still]), b: testFilm(['city']) });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['b'], failed: ['a'] });
  });

  it('does nothing when the chooser is closed without a choice', async () => {
    vi.stubGlobal('showDirectoryPicker', () =>
      Promise.reject(new DOMException('no', 'AbortError')),
    );
    const { job, opened } = aJob({ a: testFilm(['sea']) });
    await job.start('files');
    expect(told(job)).toMatchObject({ status: 'choosing' });
    expect(opened).toEqual([]);
  });
});

describe('as one ZIP', () => {
  it('counts nothing as saved that lies in a ZIP which was not finished', async () => {
    const zip = choosesZip();
    zip.room = 60;
    const films: Films = { a: testFilm(['sea']), b: testFilm(['a city'.repeat(20)]) };
    const { job, opened } = aJob(films);
    await job.start('zip');
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: 'full', saved: [] });

    zip.room = Infinity;
    Object.assign(films, { a: testFilm(['sea']), b: testFilm(['a city']) });
    await job.start('zip');
    expect(opened).toEqual(['a', 'b', 'a', 'b']);
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a', 'b'] });
    expect(zip.files.get('videos.zip')?.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('can be cancelled while a film stands still, and begins anew', async () => {
    choosesZip();
    const still = testFilm(['half', 'never']);
    const films: Films = { a: still };
    const { job } = aJob(films);
    const started = job.start('zip');
    await vi.waitFor(() => expect(still.pulled()).toBe(2));
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', trouble: null, saved: [] });
    films['a'] = testFilm(['sea']);
    await job.start('zip');
    expect(told(job)).toMatchObject({ status: 'done', saved: ['a'] });
  });

  it('can be cancelled while the browser’s own download is paused', async () => {
    const taken: ReadableStream<Uint8Array>[] = [];
    vi.stubGlobal('document', {
      createElement: () => ({ remove: () => {} }),
      body: { append() {} },
    });
    const serveFile: Media['serveFile'] = (stream) => {
      taken.push(stream);
      return Promise.resolve('clip/1');
    };
    const { job } = aJob({ a: testFilm(['sea']) }, serveFile);
    const started = job.start('zip');
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    job.cancel();
    await started;
    expect(told(job)).toMatchObject({ status: 'stopped', saved: [] });
    await expect(taken[0]?.getReader().read()).rejects.toMatchObject({ name: 'AbortError' });
  });
});

type Films = Record<string, Film | NoClip>;

function aJob(films: Films, serveFile: Media['serveFile'] = () => Promise.resolve(null)) {
  const opened: string[] = [];
  const items = Object.keys(films).map((key) => ({
    key,
    nameFor: () => `${key}.mp4`,
    cells: [key],
    open: () => {
      opened.push(key);
      return Promise.resolve(films[key] ?? problem('not_found'));
    },
  }));
  return { opened, job: createDownloadJob({ serveFile } as Media, items, 'videos.zip') };
}

function told({ progress }: ReturnType<typeof aJob>['job']) {
  const { saved, failed, ...rest } = progress.getState();
  return { ...rest, saved: [...saved.keys()], failed: [...failed.keys()] };
}

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

function problem(reason: NoClip['reason']): NoClip {
  return { kind: 'problem', reason };
}
