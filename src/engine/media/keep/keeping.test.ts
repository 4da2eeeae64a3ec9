import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import type { NoVideo } from '~/core/video';

import { testVideo } from '~/engine/media/test-video';
import { aTab, type TestVideos } from '~/engine/media/test-tab';

const SEA = 'https://api.test sea';
const CITY = 'https://api.test city';

describe('every finished video', () => {
  it('is kept, one at a time, once a place is chosen, and not before', async () => {
    const tab = aTab({ tasks: ['sea', 'city'] });
    tab.keeping.look();
    await tab.rests();
    expect(tab.opened).toEqual([]);
    await tab.keeping.setPlace('browser');
    await tab.rests();
    expect(tab.opened).toEqual(['sea', 'city']);
    expect([...tab.disk.files.keys()]).toEqual(['sea.mp4', 'city.mp4']);
    expect(await (await tab.keeping.file(SEA))?.text()).toBe('video of sea');
  });

  it('is never fetched again, by no later page and no other tab', async () => {
    const first = aTab({ tasks: ['sea'] });
    await first.keeping.setPlace('browser');
    await first.rests();
    const second = aTab({ tasks: ['sea'], beside: first });
    second.keeping.look();
    await second.rests();
    expect(second.opened).toEqual([]);
    expect([...second.state().kept.keys()]).toEqual([SEA]);
  });

  it('is fetched by one of two tabs that begin together', async () => {
    const first = aTab({ tasks: ['sea', 'city'] });
    const second = aTab({ tasks: ['sea', 'city'], beside: first });
    await first.keeping.setPlace('browser');
    await second.keeping.reload();
    await first.rests();
    await second.rests();
    expect([...first.opened, ...second.opened].toSorted()).toEqual(['city', 'sea']);
    expect(second.state().kept.size).toBe(2);
  });
});

describe('a chosen video', () => {
  it('is kept although not all are, and given up again', async () => {
    const tab = aTab({ tasks: ['sea', 'city'] });
    const undo = await tab.keeping.keep([CITY]);
    await tab.rests();
    expect([...tab.state().kept.keys()]).toEqual([CITY]);
    expect(tab.state()).toMatchObject({ place: null, halt: null });
    undo();
    await vi.waitFor(() => expect([...tab.disk.files.keys()]).toEqual([]));
    await tab.rests();
    expect(tab.opened).toEqual(['city']);
    expect(tab.state().kept.size).toBe(0);
  });

  it('stays where it was kept before, or is kept with all others', async () => {
    const tab = aTab({ tasks: ['sea', 'city'] });
    await tab.keeping.keep([SEA]);
    await tab.rests();
    const undo = await tab.keeping.keep([SEA, CITY]);
    await tab.rests();
    undo();
    await vi.waitFor(() => expect([...tab.disk.files.keys()]).toEqual(['sea.mp4']));

    const late = await tab.keeping.keep([CITY]);
    await tab.keeping.setPlace('browser');
    await tab.rests();
    late();
    await tab.rests();
    expect(tab.state().kept.size).toBe(2);
  });

  it('is tried again where it could not be kept before', async () => {
    const videos: TestVideos = { sea: problem('expired') };
    const tab = aTab({ tasks: ['sea'], videos });
    await tab.keeping.keep([SEA]);
    await tab.rests();
    expect(tab.state().failed.get(SEA)).toMatchObject({ reason: 'expired' });
    delete videos['sea'];
    await tab.keeping.keep([SEA]);
    await tab.rests();
    expect([...tab.state().kept.keys()]).toEqual([SEA]);
  });
});

describe('a video that cannot be kept', () => {
  it('holds no other up, and is not asked for again by the next page where that is no use', async () => {
    const videos = { sea: problem('expired') };
    const first = aTab({ tasks: ['sea', 'city'], videos });
    await first.keeping.setPlace('browser');
    await first.rests();
    expect([...first.state().kept.keys()]).toEqual([CITY]);
    expect(first.state().failed.get(SEA)).toMatchObject({ reason: 'expired' });

    const second = aTab({ tasks: ['sea', 'city'], beside: first });
    second.keeping.look();
    await second.rests();
    expect(second.opened).toEqual([]);
    await second.keeping.resume();
    await second.rests();
    expect(second.state().kept.size).toBe(2);
    expect(second.state().failed.size).toBe(0);
  });

  it('is tried again by itself where that may pass', async () => {
    const videos: TestVideos = { sea: problem('unreachable') };
    const tab = aTab({ tasks: ['sea'], videos });
    await tab.keeping.setPlace('browser');
    await tab.rests();
    delete videos['sea'];
    await tab.wait(119_000);
    expect(tab.state().kept.size).toBe(0);
    await tab.wait(1000);
    expect([...tab.state().kept.keys()]).toEqual([SEA]);
  });

  it('leaves nothing behind where it breaks off, and the next one comes', async () => {
    const videos = { sea: testVideo(['half', new DOMException('it stood still', 'AbortError')]) };
    const tab = aTab({ tasks: ['sea', 'city'], videos });
    await tab.keeping.setPlace('browser');
    await tab.rests();
    expect(tab.state().failed.get(SEA)).toMatchObject({ reason: 'unreachable' });
    expect([...tab.disk.files.keys()]).toEqual(['city.mp4']);
  });
});

describe('another choice', () => {
  it('gives up the video under way, which is no failure', async () => {
    const video = testVideo(['half', 'never']);
    const tab = aTab({ tasks: ['sea'], videos: { sea: video } });
    await tab.keeping.setPlace('browser');
    await vi.waitFor(() => expect(video.pulled()).toBe(2));
    await tab.keeping.setPlace(null);
    await tab.rests();
    expect(tab.state()).toMatchObject({ place: null, coming: null, halt: null });
    expect(tab.state().failed.size).toBe(0);
    expect([video.cancelled(), tab.disk.files.size]).toEqual([true, 0]);
  });

  it('that is given up in the chooser changes nothing', async () => {
    const tab = aTab({ tasks: ['sea'], chooses: false });
    await tab.keeping.setPlace('browser');
    expect(await tab.keeping.setPlace('folder')).toBe(false);
    await tab.rests();
    expect(tab.state().place).toBe('browser');
    expect(tab.state().kept.size).toBe(1);
  });
});

describe('it halts', () => {
  it('when there is no room, and goes on when there is', async () => {
    const tab = aTab({ tasks: ['sea', 'city'] });
    tab.disk.room = 3;
    await tab.keeping.setPlace('browser');
    await tab.rests();
    expect(tab.state()).toMatchObject({ halt: 'full' });
    expect(tab.opened).toEqual(['sea']);
    tab.disk.room = Infinity;
    await tab.keeping.resume();
    await tab.rests();
    expect(tab.state()).toMatchObject({ halt: null });
    expect(tab.state().kept.size).toBe(2);
  });

  it('when the folder has to be allowed again, also to play what lies there', async () => {
    const tab = aTab({ tasks: ['sea'] });
    await tab.keeping.setPlace('folder');
    await tab.rests();
    tab.allow(false);
    expect(await tab.keeping.file(SEA)).toBeNull();
    expect(tab.state()).toMatchObject({ halt: 'permission' });
    expect(tab.state().kept.size).toBe(1);
    tab.allow(true);
    await tab.keeping.resume();
    expect(tab.state().halt).toBeNull();
    expect(await (await tab.keeping.file(SEA))?.text()).toBe('video of sea');
  });
});

describe('what is kept', () => {
  it('does not count any more when the file is gone, and is fetched again', async () => {
    const tab = aTab({ tasks: ['sea'] });
    await tab.keeping.setPlace('browser');
    await tab.rests();
    tab.disk.files.clear();
    expect(await tab.keeping.file(SEA)).toBeNull();
    expect(tab.state().kept.size).toBe(0);
    tab.keeping.look();
    await tab.rests();
    expect(tab.opened).toEqual(['sea', 'sea']);
  });

  it('goes with its card, at the next start', async () => {
    const first = aTab({ tasks: ['sea', 'city'] });
    await first.keeping.setPlace('browser');
    await first.rests();
    const second = aTab({ tasks: ['city'], beside: first });
    await vi.waitFor(() => expect([...second.state().kept.keys()]).toEqual([CITY]));
    expect([...first.disk.files.keys()]).toEqual(['city.mp4']);
  });

  it('stays when the whole board could not be read', async () => {
    const first = aTab({ tasks: ['sea', 'city'] });
    await first.keeping.setPlace('browser');
    await first.rests();
    const second = aTab({ tasks: [], beside: first });
    await vi.waitFor(() => expect(second.state().kept.size).toBe(2));
    await second.keeping.reload();
    expect(first.disk.files.size).toBe(2);
  });

  it('is deleted on request in this browser only: files in a folder are the person’s', async () => {
    const tab = aTab({ tasks: ['sea'] });
    await tab.keeping.setPlace('folder');
    await tab.rests();
    await tab.keeping.setPlace('browser');
    await tab.keeping.removeAll();
    expect([...tab.disk.files.keys()]).toEqual(['sea.mp4']);
    await tab.keeping.setPlace(null);
    const { kept } = tab.state();
    expect(kept.get(SEA)).toMatchObject({ place: 'folder', name: 'sea.mp4' });
  });
});

function problem(reason: NoVideo['reason']): NoVideo {
  return { kind: 'problem', reason };
}
