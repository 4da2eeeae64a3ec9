import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { expect, test } from 'vitest';

import type { KeptVideo } from '~/core/video';
import { NOW } from '~test/builders';

import type { Failure } from './keeper';
import { openKeptIndex } from './kept-index';

let databases = 0;
const fresh = () => `kept-test-${++databases}`;
const copy: KeptVideo = {
  base: 'https://api.test',
  taskId: 'sora-2:task 01',
  place: 'browser',
  name: 'a.mp4',
  bytes: 7,
  type: 'video/mp4',
  keptAt: NOW,
};
const KEY = 'https://api.test sora-2:task 01';
const failure: Failure = { reason: 'expired', at: NOW, times: 1 };

test('what is kept, what failed and where to keep are found again by the next page', async () => {
  const name = fresh();
  const index = openKeptIndex(name);
  await index.putFailure('https://api.test other', failure);
  await index.put(copy);
  await index.putPlace('browser');
  expect(await openKeptIndex(name).load()).toEqual({
    copies: [copy],
    failures: [['https://api.test other', failure]],
    place: 'browser',
  });
  expect(await openKeptIndex(name).get(KEY)).toEqual(copy);
  expect(await openKeptIndex(name).failure('https://api.test other')).toEqual(failure);
});

test('a copy keeps what another version wrote into it', async () => {
  const index = openKeptIndex(fresh());
  const more = { ...copy, pixels: { width: 1280 } };
  await index.put(more);
  await index.putFailure('https://api.test x', { ...failure, later: 1 } as Failure);
  expect(await index.load()).toMatchObject({
    copies: [more],
    failures: [['https://api.test x', { ...failure, later: 1 }]],
  });
});

test('a video that is kept after all has not failed any more', async () => {
  const index = openKeptIndex(fresh());
  await index.putFailure(KEY, failure);
  await index.put(copy);
  expect(await index.failure(KEY)).toBeNull();
});

test('to keep nowhere, and to try all again, is remembered too', async () => {
  const index = openKeptIndex(fresh());
  await index.putPlace('folder');
  await index.putPlace(null);
  await index.put(copy);
  await index.putFailure('https://api.test x', failure);
  await index.clearFailures();
  expect(await index.load()).toEqual({ copies: [copy], failures: [], place: null });
  await index.remove(KEY);
  expect((await index.load()).copies).toEqual([]);
});

test('rows that another version wrote, or that are damaged, count for nothing and stay harmless', async () => {
  const name = fresh();
  const rows = createStore(name, 'rows');
  await set(`clip ${KEY}`, { ...copy, place: 'cloud' }, rows);
  await set('clip https://api.test nameless', { ...copy, name: '' }, rows);
  await set('failed https://api.test x', { reason: 'bored', at: NOW, times: 1 }, rows);
  await set('place', 'moon', rows);
  await set('folder', { name: 'not a folder' }, rows);
  const index = openKeptIndex(name);
  expect(await index.load()).toEqual({ copies: [], failures: [], place: null });
  expect(await index.get(KEY)).toBeNull();
  expect(await index.folder()).toBeNull();
});
