import { readdirSync, readFileSync } from 'node:fs';

import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ofSize, withIndexLast } from '~test/clips';
import { startOf, type Piece, type Start } from './mp4-start';

const FOLDER = new URL('../../../demo/media/', import.meta.url);
const VIDEOS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.mp4'))
  .map((name) => [name, readFileSync(new URL(name, FOLDER))] as const);

describe.each(VIDEOS)('of %s', (_, video) => {
  it('the index and the first frame are enough', () => {
    const whole = startOf(new Uint8Array(video), null);
    expect(whole.kind).toBe('frame');
    expect(lengthOf(whole)).toBeLessThan(40_000);
    // Not one byte less.
    expect(startOf(new Uint8Array(video.subarray(0, lengthOf(whole) - 1)), null)).toEqual({
      kind: 'needs',
      from: lengthOf(whole) - 1,
      to: lengthOf(whole),
    });
  });

  it('an index behind the pictures is asked for, and put before them with its places moved', () => {
    const large = withIndexLast(ofSize(video, 2_000_000));
    const asked: Piece[] = [];
    const read = startOf(new Uint8Array(large.subarray(0, 98_304)), null);
    if (read.kind === 'needs') {
      asked.push({
        at: read.from,
        bytes: new Uint8Array(large.subarray(read.from, read.to)),
      });
    }
    const start = startOf(new Uint8Array(large.subarray(0, 98_304)), asked[0] ?? null);
    // The same file with its index first, as far as its first frame.
    const expected = startOf(new Uint8Array(ofSize(video, 2_000_000)), null);
    expect(lengthOf(start)).toBe(lengthOf(expected));
    const [before, index] = start.kind === 'frame' ? start.parts : [];
    expect(Buffer.from(index ?? []).toString('latin1', 4, 8)).toBe('moov');
    expect(Buffer.from(before ?? []).toString('latin1', 4, 8)).toBe('ftyp');
  });
});

describe('of anything else', () => {
  it.each(['', 'no video', '\u001AE\u00DF\u00A3'.padEnd(100)])('nothing is known: %j', (text) => {
    expect(startOf(new Uint8Array(Buffer.from(text, 'latin1')), null)).toEqual({ kind: 'unknown' });
  });

  it('whatever stands in it, an answer comes, and never a step back', () => {
    const [, sea] = VIDEOS.find(([name]) => name === 'sea.mp4') ?? VIDEOS[0] ?? ['', Buffer.of()];
    const index = array(tuple(nat(6000), nat(255)), { maxLength: 40 });
    assert(
      property(index, nat(20_000), (changes, length) => {
        const bytes = new Uint8Array(sea.subarray(0, length));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const start = startOf(bytes, null);
        if (start.kind !== 'needs') return;
        expect(start.from).toBeGreaterThanOrEqual(bytes.length);
        expect(start.to).toBeGreaterThan(start.from);
      }),
    );
  });
});

function lengthOf(start: Start): number {
  return start.kind === 'frame' ? start.parts.reduce((sum, { length }) => sum + length, 0) : -1;
}
