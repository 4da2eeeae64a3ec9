import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { VideoProblem, VideoDownload, NoVideo } from '~/core/video';
import * as fc from '~test/properties';

import { testVideo } from '~/engine/media/test-video';
import { unique, type SaveItem } from './each-video';
import { zipVideos } from './zip';

describe('a ZIP of videos', () => {
  it('holds every video, and last a table that says what is what', async () => {
    const { names, read, told } = await packed([
      item('a', testVideo(['sea ', 'and sky'])),
      item('b', testVideo(['city'])),
    ]);
    expect(names).toEqual(['a.mp4', 'b.mp4', 'videos.csv']);
    expect(read('a.mp4')).toBe('sea and sky');
    expect(read('videos.csv')).toBe('\uFEFFid,file,problem\r\na,a.mp4,\r\nb,b.mp4,\r\n');
    expect(told).toEqual({ done: ['a', 'b'], failed: [] });
  });

  it('leaves out a video that cannot be had, and says why', async () => {
    const { names, read, told } = await packed([
      item('a', { kind: 'problem', reason: 'expired' }),
      item('b', testVideo(['city'])),
    ]);
    expect(names).toEqual(['b.mp4', 'videos.csv']);
    expect(read('videos.csv')).toContain('a,,expired\r\n');
    expect(told).toEqual({ done: ['b'], failed: [['a', 'expired']] });
  });

  it('goes on after a video that breaks off, and calls it incomplete', async () => {
    const { read, told } = await packed([
      item('a', testVideo(['half', new TypeError('network')])),
      item('b', testVideo(['city'])),
    ]);
    expect(read('b.mp4')).toBe('city');
    expect(read('videos.csv')).toContain('a,a.mp4,incomplete\r\n');
    expect(told).toEqual({ done: ['b'], failed: [['a', 'unreachable']] });
  });

  it('holds no name twice', async () => {
    const twins = [item('a', testVideo(['1'])), item('b', testVideo(['2']))];
    const { names } = await packed(twins.map((one) => ({ ...one, nameFor: () => 'Sea.mp4' })));
    expect(names).toEqual(['Sea.mp4', 'Sea (2).mp4', 'videos.csv']);
  });

  it('is read from the videos only as fast as it is written', async () => {
    const video = testVideo(Array.from({ length: 200 }, () => 'x'.repeat(1000)));
    const reader = zipVideos([item('a', video)], HEAD, silent, on).getReader();
    for (let n = 0; n < 8; n += 1) await reader.read();
    expect(video.pulled()).toBeLessThan(20);
    // The packer hands the reason back as an error.
    await reader.cancel().catch(() => {});
  });

  it('ends when it is given up in the middle of a video, and reads nothing more', async () => {
    const giveUp = new AbortController();
    const video = testVideo(['abc', 'def', 'ghi']);
    const next = item('b', testVideo(['city']));
    const zip = zipVideos([item('a', video), next], HEAD, silent, giveUp.signal);
    const reader = zip.getReader();
    for (let n = 0; n < 3; n += 1) await reader.read();
    giveUp.abort();
    await expect(drain(reader)).rejects.toMatchObject({ name: 'AbortError' });
    expect(video.cancelled()).toBe(true);
  });
});

it('names stay apart also where upper and lower case are one', () => {
  const name = fc.constantFrom('a.mp4', 'A.mp4', 'a (2).mp4', 'b.mp4', 'a (2) (2).mp4');
  fc.assert(
    fc.property(fc.array(name), (wanted) => {
      const taken = new Set<string>();
      const given = wanted.map((one) => unique(one, taken).toLowerCase());
      expect(new Set(given).size).toBe(wanted.length);
      expect(given.every((one) => one.endsWith('.mp4'))).toBe(true);
    }),
  );
});

const HEAD = ['id', 'file', 'problem'];
const on = new AbortController().signal;
const silent = { onProgress: () => {}, onDone: () => {}, onFailed: () => {} };

function item(key: string, video: VideoDownload | NoVideo): SaveItem {
  return { key, nameFor: () => `${key}.mp4`, open: () => Promise.resolve(video), cells: [key] };
}

/** Packs, and unpacks with the machine's own `unzip`. */
async function packed(items: readonly SaveItem[]) {
  const done: string[] = [];
  const failed: [string, VideoProblem][] = [];
  const news = {
    onProgress: () => {},
    onDone: (key: string) => done.push(key),
    onFailed: (key: string, reason: VideoProblem) => failed.push([key, reason]),
  };
  const bytes = await new Response(zipVideos(items, HEAD, news, on) as BodyInit).arrayBuffer();
  const folder = mkdtempSync(join(tmpdir(), 'rushes-zip-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(path, new Uint8Array(bytes));
    execFileSync('unzip', ['-tqq', path]);
    const names = execFileSync('unzip', ['-Z1', path]).toString().trim().split('\n');
    const contents = new Map(
      names.map((name) => [name, execFileSync('unzip', ['-p', path, name]).toString()]),
    );
    return { names, read: (name: string) => contents.get(name), told: { done, failed } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (;;) if ((await reader.read()).done) return;
}
