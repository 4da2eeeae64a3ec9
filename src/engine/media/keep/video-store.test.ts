import { describe, expect, it } from 'vitest';

import { freeName, openVideoStore } from './video-store';
import { testVideo } from '~/engine/media/test-video';
import { testFolder } from './test-folder';

const on = new AbortController().signal;

describe('a video store', () => {
  it('takes a video as it comes, and tells how much of it has come', async () => {
    const { handle, files } = testFolder();
    const shares: (number | null)[] = [];
    const video = testVideo(['abc', 'defg'], { size: 7 });
    const videoStore = openVideoStore(handle);
    expect(await videoStore.write('a.mp4', video, (share) => shares.push(share), on)).toBe(7);
    expect(shares).toEqual([3 / 7, 1]);
    expect(await (await videoStore.read('a.mp4'))?.text()).toBe('abcdefg');
    expect([...files.keys()]).toEqual(['a.mp4']);
  });

  it('keeps nothing of a video that breaks off', async () => {
    const { handle, files } = testFolder();
    const video = testVideo(['abc', new TypeError('network')]);
    await expect(openVideoStore(handle).write('a.mp4', video, () => {}, on)).rejects.toThrow(
      'network',
    );
    expect(files.size).toBe(0);
  });

  it('keeps nothing of a video that was given up, and does not read on', async () => {
    const { handle, files } = testFolder();
    const giveUp = new AbortController();
    const video = testVideo(['abc', 'never']);
    const written = openVideoStore(handle).write(
      'a.mp4',
      video,
      () => giveUp.abort(),
      giveUp.signal,
    );
    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
    expect(video.cancelled()).toBe(true);
    expect(files.size).toBe(0);
  });

  it('says that there is no room in the words of the browser, and gives the connection back', async () => {
    const folder = testFolder();
    folder.room = 5;
    const video = testVideo(['abc', 'def', 'ghi']);
    const written = openVideoStore(folder.handle).write('a.mp4', video, () => {}, on);
    await expect(written).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(folder.files.size).toBe(0);

    folder.failNext('NotAllowedError');
    const second = testVideo(['abc']);
    const refused = openVideoStore(folder.handle).write('b', second, () => {}, on);
    await expect(refused).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(second.cancelled()).toBe(true);
  });

  it('tells a file that is gone from one that may not be read', async () => {
    const folder = testFolder();
    const videoStore = openVideoStore(folder.handle);
    expect(await videoStore.read('a.mp4')).toBeNull();
    folder.failNext('NotAllowedError');
    await expect(videoStore.read('a.mp4')).rejects.toMatchObject({ name: 'NotAllowedError' });
    await videoStore.remove('a.mp4');
  });
});

describe('a free name', () => {
  it('never takes another file’s place, except that of an empty one, left by a page that was closed', async () => {
    const { handle, files } = testFolder();
    const videoStore = openVideoStore(handle);
    const video = new Uint8Array([1]);
    files.set('a.mp4', video).set('a (2).mp4', video).set('b.mp4', new Uint8Array());
    expect(await freeName(videoStore, 'a.mp4')).toBe('a (3).mp4');
    expect(await freeName(videoStore, 'b.mp4')).toBe('b.mp4');
  });

  it('goes round a folder of that name', async () => {
    const folder = testFolder();
    folder.failNext('TypeMismatchError');
    expect(await freeName(openVideoStore(folder.handle), 'a.mp4')).toBe('a (2).mp4');
  });
});
