import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { ClipProblem, Film, NoClip } from '~/core/clip';
import * as fc from '~test/properties';

import { testFilm } from './test-film';
import { unique, zipFilms, type ZipItem } from './zip';

describe('a ZIP of films', () => {
  it('holds every film, and last a table that says what is what', async () => {
    const { names, read, told } = await packed([
      item('a', testFilm(['sea ', 'and sky'])),
      item('b', testFilm(['city'])),
    ]);
    expect(names).toEqual(['a.mp4', 'b.mp4', 'videos.csv']);
    expect(read('a.mp4')).toBe('sea and sky');
    expect(read('videos.csv')).toBe('\uFEFFid,file,problem\r\na,a.mp4,\r\nb,b.mp4,\r\n');
    expect(told).toEqual({ done: ['a', 'b'], failed: [] });
  });

  it('leaves out a film that cannot be had, and says why', async () => {
    const { names, read, told } = await packed([
      item('a', { kind: 'problem', reason: 'expired' }),
      item('b', testFilm(['city'])),
    ]);
    expect(names).toEqual(['b.mp4', 'videos.csv']);
    expect(read('videos.csv')).toContain('a,,expired\r\n');
    expect(told).toEqual({ done: ['b'], failed: [['a', 'expired']] });
  });

  it('goes on after a film that breaks off, and calls it incomplete', async () => {
    const { read, told } = await packed([
      item('a', testFilm(['half', new TypeError('network')])),
      item('b', testFilm(['city'])),
    ]);
    expect(read('b.mp4')).toBe('city');
    expect(read('videos.csv')).toContain('a,a.mp4,incomplete\r\n');
    expect(told).toEqual({ done: ['b'], failed: [['a', 'unreachable']] });
  });

  it('holds no name twice', async () => {
    const twins = [item('a', testFilm(['1'])), item('b', testFilm(['2']))];
    const { names } = await packed(twins.map((one) => ({ ...one, nameFor: () => 'Sea.mp4' })));
    expect(names).toEqual(['Sea.mp4', 'Sea (2).mp4', 'videos.csv']);
  });

  it('is read from the films only as fast as it is written', async () => {
    const film = testFilm(Array.from({ length: 200 }, () => 'x'.repeat(1000)));
    const reader = zipFilms([item('a', film)], HEAD, silent, on).getReader();
    for (let n = 0; n < 8; n += 1) await reader.read();
    expect(film.pulled()).toBeLessThan(20);
    // The packer hands the reason back as an error.
    await reader.cancel().catch(() => {});
  });

  it('ends when it is given up in the middle of a film, and reads nothing more', async () => {
    const giveUp = new AbortController();
    const film = testFilm(['abc', 'def', 'ghi']);
    const next = item('b', testFilm(['city']));
    const zip = zipFilms([item('a', film), next], HEAD, silent, giveUp.signal);
    const reader = zip.getReader();
    for (let n = 0; n < 3; n += 1) await reader.read();
    giveUp.abort();
    await expect(drain(reader)).rejects.toMatchObject({ name: 'AbortError' });
    expect(film.cancelled()).toBe(true);
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

function item(key: string, film: Film | NoClip): ZipItem {
  return { key, nameFor: () => `${key}.mp4`, open: () => Promise.resolve(film), cells: [key] };
}

/** Packs, and unpacks with the machine's own `unzip`. */
async function packed(items: readonly ZipItem[]) {
  const done: string[] = [];
  const failed: [string, ClipProblem][] = [];
  const news = {
    onProgress: () => {},
    onDone: (key: string) => done.push(key),
    onFailed: (key: string, reason: ClipProblem) => failed.push([key, reason]),
  };
  const bytes = await new Response(zipFilms(items, HEAD, news, on) as BodyInit).arrayBuffer();
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
