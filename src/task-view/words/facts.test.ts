import { expect, test } from 'vitest';

import { translate } from '~/i18n/i18n';
import { aTask } from '~test/builders';

import { fullSize, sizeWord } from './facts';

test.each([
  [1280, 720, '720p'],
  [3840, 2160, '2160p'],
  [640, 352, '640 × 352'],
  [1792, 1024, '1792 × 1024'],
  [1024, 1024, '1024 × 1024'],
])('a video of %d by %d is said as a size that people know', (width, height, words) => {
  expect(sizeWord(aTask({ width, height, orientation: null }), translate)).toBe(words);
  expect(fullSize(aTask({ width, height }))).toBe(`${width} × ${height}`);
});

test('where only the shape is known, the shape is said', () => {
  const unsized = { width: null, height: null } as const;
  expect(sizeWord(aTask({ ...unsized, orientation: 'square' }), translate)).toBe('square');
  expect(sizeWord(aTask({ ...unsized, orientation: null }), translate)).toBeNull();
  expect(sizeWord(aTask({ width: 720, height: 1280, orientation: 'portrait' }), translate)).toBe(
    'portrait',
  );
});
