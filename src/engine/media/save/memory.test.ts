import { describe, expect, it, vi } from 'vitest';

import { testVideo } from '~/engine/media/test-video';

import { hold, readUpTo, TooLargeToHold, type MayHold } from './memory';

const BROKE = new TypeError('network');

describe('a stream read up to a limit', () => {
  it('is whole if it ends there', async () => {
    const { body } = testVideo(['sea', 'side']);
    const read = await readUpTo(body, 7, null);
    expect(read.rest).toBeNull();
  });

  it('is there from its beginning if it does not, and is read on as it is wanted', async () => {
    const { body, pulled } = testVideo(['sea', 'side', 'town']);
    const { rest } = await readUpTo(body, 5, null);
    expect(pulled()).toBe(2);
    expect(await textOf(rest)).toBe('seasidetown');
  });

  it('is not touched if it is known to be larger', async () => {
    const { body, pulled } = testVideo(['sea']);
    const { rest } = await readUpTo(body, 5, 6);
    expect([rest === body, pulled()]).toEqual([true, 0]);
  });

  it('can be given up with what was read', async () => {
    const video = testVideo(['sea', 'side', 'town']);
    await (await readUpTo(video.body, 5, null)).rest?.cancel();
    expect(video.cancelled()).toBe(true);
  });
});

describe('what is held in memory', () => {
  it('is not asked about while it is little', async () => {
    const { blob, asked } = await held(['sea'], { unasked: 5 });
    expect([await blob.text(), blob.type, asked]).toEqual(['sea', 'video/mp4', []]);
  });

  it('is read on once somebody has agreed', async () => {
    const { blob, asked } = await held(['sea', 'side', 'town'], { unasked: 5 });
    expect([await blob.text(), blob.type, asked]).toEqual(['seasidetown', 'video/mp4', [5]]);
  });

  it('ends at the most a page can hold, whoever agreed, and unasked if that is known before', async () => {
    const most = held(['sea', 'side', 'town'], { unasked: 5, most: 8 });
    await expect(most).rejects.toBeInstanceOf(TooLargeToHold);
    const known = held(['sea'], { unasked: 5, most: 8, size: 9 });
    await expect(known).rejects.toMatchObject({ constructor: TooLargeToHold, bytes: 9, asked: [] });
  });

  it('says why it broke off', async () => {
    await expect(held(['sea', 'side', BROKE], { unasked: 5 })).rejects.toBe(BROKE);
  });
});

async function held(
  chunks: readonly (string | Error)[],
  { unasked, size = null, most }: { unasked: number; size?: number | null; most?: number },
) {
  const mayHold = vi.fn<MayHold>().mockResolvedValue(true);
  const asked = (): number[] => mayHold.mock.calls.map(([limit]) => limit);
  const video = testVideo(chunks);
  const blob = await hold(video.body, video.type, { unasked, size, mayHold }, most).catch(
    (error: Error) => {
      throw error instanceof TooLargeToHold ? Object.assign(error, { asked: asked() }) : error;
    },
  );
  return { blob, asked: asked() };
}

async function textOf(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  return new Response(stream as BodyInit).text();
}
