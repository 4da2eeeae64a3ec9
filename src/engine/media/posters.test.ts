import 'fake-indexeddb/auto';
import { createStore as openStore, keys, setMany } from 'idb-keyval';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createPosters } from './posters';

afterEach(() => vi.unstubAllGlobals());

describe('a poster', () => {
  it('is kept as a small WebP', async () => {
    const asked = aCanvas({ 'image/webp': 20_000 });
    expect(await posterOf('a')).toBe(true);
    expect(asked).toEqual(['image/webp']);
  });

  it('is kept as a JPEG where the browser writes no WebP, and gives a PNG', async () => {
    const asked = aCanvas({ 'image/png': 300_000, 'image/jpeg': 20_000 });
    expect(await posterOf('b')).toBe(true);
    expect(asked).toEqual(['image/webp', 'image/jpeg']);
  });

  it('is left where it is large all the same', async () => {
    aCanvas({ 'image/webp': 300_000 });
    expect(await posterOf('c')).toBe(false);
  });
});

it('remembers where there is no picture to be had', async () => {
  createPosters().giveUp('none');
  const posters = createPosters();
  await vi.waitFor(async () =>
    expect(await keys(openStore('rushes-posters', 'posters'))).toContain('none'),
  );
  posters.want('none');
  await vi.waitFor(() => expect(posters.store.getState().get('none')).toBeNull());
  expect(posters.isGivenUp('none')).toBe(true);
});

it('of too many drops the oldest, and those of other tasks', async () => {
  // Browsers keep a file's time, Node does not.
  const { structuredClone: clone } = globalThis;
  vi.stubGlobal('structuredClone', (one: unknown) => (one instanceof File ? one : clone(one)));
  const db = openStore('rushes-posters', 'posters');
  const at = (lastModified: number): File => new File(['x'], '', { lastModified });
  const many = Array.from({ length: 2300 }, (_, index): [string, File] => [
    `many-${index}`,
    at(index),
  ]);
  await setMany(many, db);
  await setMany(
    [
      ['other', at(9999)],
      ['before', new Blob(['x'])],
    ],
    db,
  );
  await createPosters().prune((key) => key.startsWith('many-') || key === 'before');
  const left = new Set(await keys<string>(db));
  expect(left.size).toBe(2000);
  expect([left.has('many-2299'), left.has('many-300'), left.has('many-299')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([left.has('other'), left.has('before')]).toEqual([false, false]);
});

/** Whether the picture of a video's frame was kept. */
async function posterOf(key: string): Promise<boolean> {
  const posters = createPosters();
  await posters.keep(key, { videoWidth: 1920, videoHeight: 1080 } as HTMLVideoElement);
  return posters.store.getState().get(key) !== undefined;
}

/** A browser whose canvas writes these types, with as many bytes, and a PNG for all others. Returns what it is asked for. */
function aCanvas(sizes: Record<string, number>): string[] {
  const asked: string[] = [];
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ drawImage: () => {} });
      convertToBlob({ type }: { type: string }) {
        asked.push(type);
        const written = type in sizes ? type : 'image/png';
        const bytes = new Uint8Array(sizes[written] ?? 0);
        return Promise.resolve(new Blob([bytes], { type: written }));
      }
    },
  );
  return asked;
}
