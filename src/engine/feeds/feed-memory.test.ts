// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';

import { createFeedMemory, type Said } from './feed-memory';

const said = new Map<string, Said>([['video_1', { by: 'Friday set', label: 'a', shot: 'b' }]]);

afterEach(() => vi.restoreAllMocks());

test('a memory that cannot be read is not an empty one', async () => {
  await createFeedMemory().write('a', said, true);
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('No', 'UnknownError');
  });
  const memory = createFeedMemory();
  expect(await memory.read('a', true)).toBeNull();
  expect(await memory.read('a', true)).toEqual(said);
  expect(await memory.read('another', true)).toEqual(new Map());
});

test('where nothing is stored, the page remembers by itself', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No', 'SecurityError');
  });
  const memory = createFeedMemory();
  await memory.write('b', said, false);
  expect(await memory.read('b', false)).toEqual(said);
});
