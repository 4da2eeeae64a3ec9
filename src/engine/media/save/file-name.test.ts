import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { aTask, aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

import { unique } from './each-video';
import { fileName } from './file-name';

test('a saved video is found again by its name', () => {
  const tracked = aTracked({ label: 'Harbour fly-over', taskId: 'video_5c6a605a-30c0-4a6a-9dbd' });
  const task = aTask({ model: 'sora-2', completedAt: NOW });
  expect(fileName(tracked, task, 0)).toBe(
    'Harbour fly-over – sora-2 – 2026-11-23 – video_5c6a605a-…-9dbd.mp4',
  );
  expect(fileName(tracked, task, 0, 'video/webm')).toMatch(/\.webm$/);
});

test('an id is not said twice', () => {
  expect(fileName(aTracked(), aTask(), NOW)).toBe('task_1 – 2026-11-23.mp4');
});

test('no name leaves its folder or upsets a file system', () => {
  const evil = fileName(aTracked({ label: '../..\\a:b*c?"<d>|\u202Egpj' }), aTask(), NOW);
  expect(evil).toBe('a b c d gpj – 2026-11-23 – task_1.mp4');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (label) => {
      const name = fileName(aTracked({ label }), aTask(), NOW);
      expect(name).not.toMatch(/[\p{Cc}"*/:<>?\\|]/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190);
      expect(Buffer.from(name).toString()).toBe(name);
      expect(name).toContain(' – 2026-11-23');
      expect(name).toMatch(/^[^.\s].*\.mp4$/u);
    }),
  );
});

test('a name of many bytes fits every file system, and keeps the end that tells it apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-names-'));
  for (const label of [
    '海'.repeat(80),
    '🌊'.repeat(200),
    `a${'\u0301'.repeat(300)}`,
    'e\u0301'.repeat(150),
  ]) {
    const name = fileName(aTracked({ label }), aTask({ model: 'kling-v1-6', completedAt: NOW }), 0);
    expect(name).toMatch(/ – 2026-11-23 – task_1\.mp4$/);
    const second = unique(name, new Set([name.toLowerCase()]));
    expect(Buffer.byteLength(second)).toBeLessThanOrEqual(200);
    writeFileSync(join(folder, second), '');
    expect(existsSync(join(folder, second))).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

test('what is cut is cut between what people see as letters', () => {
  const flag = '🇩🇪';
  const name = fileName(aTracked({ label: flag.repeat(60) }), aTask(), NOW);
  const [title = ''] = name.split('…');
  expect(title.replaceAll(flag, '')).toBe('');
  expect(name).toMatch(/^(?:🇩🇪)+… – 2026-11-23 – task_1\.mp4$/u);
});

test.each(['Aux.old', 'LPT9 .x', 'com¹.mp4', 'CONOUT$.a'])(
  'Windows takes no file named after %s for a device',
  (label) => {
    const names = [label, `${label}.`].map((one) => {
      return fileName(aTracked({ label: one, taskId: one }), aTask(), NOW);
    });
    for (const name of names) expect(name).toMatch(/^_/);
  },
);

test.each(['CON', 'CONcert', 'com10.x', 'Aux take', 'nullus.x'])(
  '%s is a name as any other',
  (label) => {
    expect(fileName(aTracked({ label }), aTask(), NOW)).toMatch(new RegExp(`^${label} – `));
  },
);
