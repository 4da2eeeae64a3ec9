import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { DEFAULT_VIEW, parseView } from '~/address/view';
import { readStart } from '~/features/share/start-link';
import { LOCALES } from '~/prefs/choices';

import { manifestIn } from '../tools/manifests.ts';

const english = manifestIn('en');

describe.each(LOCALES)('what a browser is told in %s', (locale) => {
  const told = manifestIn(locale);

  test('is about the same app', () => {
    expect(told.id).toBe('rushes');
    expect(untold(told)).toEqual(untold(english));
  });

  test('is said in that language, all of it', () => {
    const said = (manifest: typeof told): string[] => [
      manifest.description,
      ...manifest.shortcuts.map(({ name }) => name),
      ...manifest.screenshots.map(({ label }) => label),
    ];
    expect(said(told).every((text) => text !== '' && !text.includes('{'))).toBe(true);
    const same = said(told).filter((text) => said(english).includes(text));
    expect(same).toEqual(locale === 'en' ? said(english) : []);
    expect(told.lang).toBe(locale);
  });
});

test('its shortcuts open what they say', () => {
  const [add, ready, ...rest] = english.shortcuts.map(({ url }) => url.replace('./', ''));
  expect(rest).toEqual([]);
  expect(add).toBe('#/add?');
  expect(readStart('')).toMatchObject({ text: '', hadKey: false });
  expect(parseView(ready ?? '')).toEqual({ ...DEFAULT_VIEW, show: 'ready' });
});

test.each(english.screenshots)('$src is as large as it says, and small', ({ src, sizes }) => {
  const file = readFileSync(path.join('public', src));
  expect(sizeOf(file)).toBe(sizes);
  expect(file.length).toBeLessThan(60_000);
});

/** All but what is in a language. */
function untold(manifest: typeof english): object {
  const { shortcuts, screenshots, ...rest } = manifest;
  return {
    ...rest,
    lang: '',
    description: '',
    shortcuts: shortcuts.map((one) => ({ ...one, name: '' })),
    screenshots: screenshots.map((one) => ({ ...one, label: '' })),
  };
}

/** Of a WebP whose first part is a lossy picture. */
function sizeOf(file: Buffer): string {
  expect(file.toString('latin1', 8, 16)).toBe('WEBPVP8 ');
  return `${file.readUInt16LE(26) & 0x3f_ff}x${file.readUInt16LE(28) & 0x3f_ff}`;
}
