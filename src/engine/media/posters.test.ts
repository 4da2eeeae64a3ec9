import 'fake-indexeddb/auto';
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
