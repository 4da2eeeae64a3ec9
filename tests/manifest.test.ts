import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { DEFAULT_VIEW, parseView } from '~/address/view';
import { readStart } from '~/features/share/start-link';

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
  shortcuts: { url: string }[];
  screenshots: { src: string; sizes: string }[];
};

test('its shortcuts open what they say', () => {
  const [add, ready, ...rest] = manifest.shortcuts.map(({ url }) => url.replace('./', ''));
  expect(rest).toEqual([]);
  expect(add).toBe('#/add?');
  expect(readStart('')).toMatchObject({ text: '', hadKey: false });
  expect(parseView(ready ?? '')).toEqual({ ...DEFAULT_VIEW, show: 'ready' });
});

test.each(manifest.screenshots)('$src is as large as it says, and small', ({ src, sizes }) => {
  const file = readFileSync(path.join('public', src));
  expect(sizeOf(file)).toBe(sizes);
  expect(file.length).toBeLessThan(60_000);
});

/** Of a WebP whose first part is a lossy picture. */
function sizeOf(file: Buffer): string {
  expect(file.toString('latin1', 8, 16)).toBe('WEBPVP8 ');
  return `${file.readUInt16LE(26) & 0x3f_ff}x${file.readUInt16LE(28) & 0x3f_ff}`;
}
