import { afterEach, expect, it, vi } from 'vitest';

import { copyText } from './copy-text';
import { takeToasts } from './toast';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['is on the clipboard', () => Promise.resolve(), 'It worked'],
  ['may not be put there', () => Promise.reject(new Error('no')), 'It did not'],
])('says when a text %s', async (_name, writeText, words) => {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await copyText('a', { copied: 'It worked', failed: 'It did not' });
  expect(takeToasts().map(({ text }) => text)).toEqual([words]);
});

it('says that it did not work where pages have no clipboard, as on plain http', async () => {
  vi.stubGlobal('navigator', {});
  await copyText('a', { copied: 'It worked', failed: 'It did not' });
  expect(takeToasts().map(({ text }) => text)).toEqual(['It did not']);
});
