// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

import { afterEach, expect, test, vi } from 'vitest';

import { LOCALES } from '~/prefs/choices';

import { tooOldPage } from '../tools/too-old.ts';

const SCRIPT = readFileSync('public/too-old.js', 'utf8');
const FIRST_SIGHT = readFileSync('public/first-sight.js', 'utf8');

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

const TAGS = [
  ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'zh-Hans-TW'],
  ['zh-TW', 'zh-HK', 'zh-MO', 'zh-US', 'zh-Hant', 'zh-Hant-CN', 'zh-Hant-HK', 'ZH-tw'],
  ['de-CH', 'es-419', 'pt', 'pt-PT', 'ja-JP', 'ko-KR', 'EN-gb', 'fr', 'tlh', ''],
  LOCALES,
].flat();

test.each(TAGS)('whoever reads “%s” is told in the language that the page itself has', (tag) => {
  expect(toldIn([tag])).toBe(pageIn([tag]));
});

test('the first language that we have is told, and alone', () => {
  expect(toldIn(['fr', 'zh-HK', 'de'])).toBe('zh-TW');
  expect([...document.querySelectorAll('p')].map((one) => one.lang)).toEqual(['zh-TW']);
});

test('the choice comes before the browser', () => {
  localStorage.setItem('rushes-prefs', JSON.stringify({ state: { locale: 'zh-TW' } }));
  expect(toldIn(['zh-CN'])).toBe('zh-TW');
});

/** The language of the page for a browser that knows nothing of what has come since. */
function toldIn(tags: readonly string[]): string {
  const { body } = new DOMParser().parseFromString(tooOldPage(), 'text/html');
  document.body.replaceChildren(...body.querySelectorAll('p'));
  vi.stubGlobal('Intl', undefined);
  run(SCRIPT, tags);
  vi.unstubAllGlobals();
  return document.documentElement.lang;
}

function pageIn(tags: readonly string[]): string {
  document.body.innerHTML = '<div id="first-sight"><section></section></div>';
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  run(FIRST_SIGHT, tags);
  return document.documentElement.lang;
}

/** As a browser runs a classic script. */
function run(script: string, tags: readonly string[]): void {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
  runInThisContext(script);
}
