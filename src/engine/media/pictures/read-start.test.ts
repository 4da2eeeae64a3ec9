import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { ofSize, WEBM, withIndexLast } from '~test/clips';
import { FIRST, MOST, startsOf, type Ask } from './read-start';

const SEA = readFileSync(new URL('../../../demo/media/sea.mp4', import.meta.url));
const LARGE = ofSize(SEA, 2_000_000);

it('of a clip with its index first, one piece is read', async () => {
  const read = await startOf(LARGE);
  expect(read.asked).toEqual(['0-98303']);
  expect(read.sizes).toEqual([12_488]);
});

it('of one with its index last, a second piece', async () => {
  const read = await startOf(withIndexLast(LARGE));
  expect(read.asked).toEqual(['0-98303', '1994111-2285806']);
  expect(read.sizes).toEqual([12_488]);
  expect(read.bytes).toBe(FIRST + 5889);
});

it('a first frame that is larger than the first piece is read to its end', async () => {
  const read = await startOf(withFirstFrame(200_000));
  expect(read.asked).toEqual(['0-98303', expect.stringMatching(/^98304-2059\d\d$/)]);
  expect(read.sizes.length).toBe(1);
});

it('one that is larger than what may be read is left', async () => {
  const read = await startOf(withFirstFrame(500_000));
  expect(read.sizes).toEqual([]);
  expect(read.bytes).toBeLessThanOrEqual(MOST);
});

it('where the host knows no ranges, the download is stopped at the frame', async () => {
  const read = await startOf(LARGE, { ranges: false });
  expect(read.asked).toEqual(['0-98303']);
  expect(read.sizes).toEqual([12_488]);
  expect(read.bytes).toBeLessThan(120_000);
  expect(read.isStopped).toBe(true);
});

it('where it knows none and the index is last, it is given up', async () => {
  const read = await startOf(withIndexLast(LARGE), { ranges: false });
  expect(read.sizes).toEqual([]);
  expect(read.isStopped).toBe(true);
});

it('of another container a player is shown the first piece, then all that may be read', async () => {
  const webm = Buffer.concat([WEBM, Buffer.alloc(1_000_000)]);
  const read = await startOf(webm);
  expect(read.sizes).toEqual([FIRST, MOST]);
  expect(read.bytes).toBe(MOST);
});

it('a video that has cost its share before is not read again', async () => {
  const read = await startOf(LARGE, { left: 0 });
  expect(read.bytes).toBe(0);
});

/** What is read of a file on a host. */
async function startOf(file: Buffer, { ranges = true, left = MOST } = {}) {
  const asked: string[] = [];
  let isStopped = false;
  const ask: Ask = async (from, to) => {
    asked.push(`${from}-${to - 1}`);
    const part = ranges ? file.subarray(from, to) : file;
    let at = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (at >= part.length) return controller.close();
          controller.enqueue(new Uint8Array(part.subarray(at, at + 16_384)));
          at += 16_384;
        },
        cancel: () => void (isStopped = true),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { status: ranges ? 206 : 200 });
  };
  const allowance = { left };
  const sizes: number[] = [];
  for await (const start of startsOf(ask, await ask(0, FIRST), allowance)) sizes.push(start.size);
  return { asked, sizes, bytes: left - allowance.left, isStopped };
}

/** A clip whose index says that its first frame has so many bytes. */
function withFirstFrame(bytes: number): Buffer {
  const clip = Buffer.from(LARGE);
  clip.writeUInt32BE(bytes, clip.indexOf('stsz') + 16);
  return clip;
}
