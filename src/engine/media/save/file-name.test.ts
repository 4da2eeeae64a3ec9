import { expect, test } from 'vitest';

import { aTask, aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

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
      expect(name.length).toBeLessThanOrEqual(130);
      expect(name).toMatch(/^[^.\s].*\.mp4$/u);
    }),
  );
});
