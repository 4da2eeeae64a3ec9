// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

import { afterEach, expect, test, vi } from 'vitest';

import { LOCALES } from '~/prefs/choices';

const SCRIPT = readFileSync('public/first-sight.js', 'utf8');

afterEach(() => localStorage.clear());

test.each([
  ['de-CH', 'de'],
  ['es-419', 'es'],
  ['es-MX', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['ja-JP', 'ja'],
  ['ko-KR', 'ko'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['EN-gb', 'en'],
])('whoever reads %s gets %s', (tag, expected) => {
  expect(spoken(['xx', tag, 'fr'])).toBe(expected);
});

test.each(LOCALES)('%s is one of the languages that are known before the page', (locale) => {
  expect(spoken([locale])).toBe(locale);
});

test('the choice comes before the browser, and the first language that is known before the others', () => {
  localStorage.setItem('rushes-prefs', JSON.stringify({ state: { locale: 'ko' } }));
  expect(spoken(['de', 'ja'])).toBe('ko');
  localStorage.clear();
  expect(spoken(['fr', 'ja', 'de'])).toBe('ja');
});

test.each([[['fr', 'tlh']], [[]], [['', 'C', 'en_US']]])('%j is shown English', (tags) => {
  expect(spoken(tags)).toBe('en');
  expect(document.body.textContent).toBe('English');
});

test('only who reads another language asks for its words, and sees them where the English ones would be', async () => {
  const tree = ['section', { class: 'x' }, ['p', {}, 'こんにちは <b>']];
  const fetched = spokenWith(['ja'], { files: { first: 'assets/ja.js' }, tree });
  expect(fetched).toEqual(['words/ja.json']);
  await vi.waitFor(() => expect(document.body.textContent).toBe('こんにちは <b>'));
  expect(document.querySelector('link[href="assets/ja.js"]')).toBeTruthy();
  expect(spokenWith(['en'], {})).toEqual([]);
});

function spoken(tags: string[]): string {
  spokenWith(tags, {});
  return document.documentElement.lang;
}

/** Runs the script in a browser with these languages; returns what it has asked for. */
function spokenWith(tags: string[], words: object): string[] {
  document.head.innerHTML = '';
  document.body.innerHTML = '<div id="first-sight"><section>English</section></div>';
  const asked: string[] = [];
  const reply = { json: async () => words };
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return reply;
  });
  // As a browser runs a classic script.
  runInThisContext(SCRIPT);
  return asked;
}
