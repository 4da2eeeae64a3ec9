import { describe, expect, test } from 'vitest';

import { LOCALES, type Locale } from './locales';

type Area = Record<string, string>;

const files = import.meta.glob<Area>('./messages/*/*.json', { eager: true, import: 'default' });

/** Words of the people who build services. Whoever uses the page need not know them, in either language. */
const BANNED = [
  /\bpoll(?:s|ed|ing)?\b/i,
  /\bend-?points?\b/i,
  /\bpayloads?\b/i,
  /\bjson\b/i,
  /\bcors\b/i,
  // `http://` in an example of an address is fine.
  /\bhttps?\b(?!:\/\/)/i,
  // A status number, not a count or a size.
  /(?<![\p{L}\p{N},.]|× )[45](?:\d\d|xx)(?![\p{L}\p{N}]| ×| characters| 字)/iu,
  /\btokens?\b/i,
  /\brelay(?:s|ed|ing)?\b/i,
  /\bupstreams?\b/i,
  /\bcach(?:e[sd]?|ing)\b/i,
  /\bpars(?:e[sd]?|ing)\b/i,
  /\bnull\b/i,
  /\bundefined\b/i,
  /\bobjects?\b/i,
  /\bretry-after\b/i,
  /\blook(?:ed|ing|s)?[- ]?ups?\b/i,
  /中继/,
  /缓存/,
  /解析/,
  /端点/,
  /负载/,
] as const;

/** The messages that may name some of them, and why. */
const EXEMPT: Readonly<Record<string, { words: RegExp; reason: string }>> = {
  'config.notJson': { words: /JSON/, reason: 'for the admin: the format of the file to mend' },
  'config.text': { words: /config\.json/, reason: 'for the admin: the name of the file to mend' },
  'config.relayName': { words: /relay/, reason: 'for the admin: the name of the setting' },
  'config.onePlace': { words: /relay/, reason: 'for the admin: the name of the setting' },
  'config.teamKey': { words: /relay/, reason: 'for the admin: the name of the setting' },
};

const messages = (locale: Locale): [key: string, text: string][] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`./messages/${locale}/`))
    .flatMap(([, area]) => Object.entries(area));

/** What people read: without the values' names and the words that choose between branches. */
function spoken(text: string): string {
  return text
    .replaceAll(/'(\{[^}]*\})'/g, '')
    .replaceAll(/\{\w+, (?:plural|selectordinal|select),/g, '')
    .replaceAll(/(?:=\d+|zero|one|two|few|many|other) \{/g, ' ')
    .replaceAll(/\{\w+(?:, \w+)?\}/g, ' ');
}

/** The words of a message that are banned there. */
function banned(key: string, text: string): string[] {
  const allowed = EXEMPT[key]?.words;
  const shown = spoken(allowed ? text.replaceAll(new RegExp(allowed, 'g'), ' ') : text);
  return BANNED.flatMap((word) => word.exec(shown)?.[0] ?? []);
}

describe.each(LOCALES)('the messages in %s', (locale) => {
  test('use no word of the trade', () => {
    const found = messages(locale).flatMap(([key, text]) => {
      const words = banned(key, text);
      return words.length === 0 ? [] : [`${key}: ${words.join(', ')}`];
    });
    expect(found).toEqual([]);
  });

  test('need every exemption', () => {
    const texts = new Map(messages(locale));
    const idle = Object.entries(EXEMPT).filter(
      ([key, { words }]) => !words.test(texts.get(key) ?? ''),
    );
    expect(idle).toEqual([]);
  });
});

test('a key is explained once as 令牌, where it is first asked for', () => {
  const times = messages('zh-CN').filter(([, text]) => text.includes('令牌'));
  expect(times.map(([key]) => key)).toEqual(['add.lead']);
});

test.each([
  'Polling again',
  'The endpoint is wrong',
  'Not valid JSON',
  'The service does not allow CORS',
  'It answered over HTTP',
  'The service answered 502.',
  'An error (4xx)',
  '服务返回 429，稍后重试',
  'Paste your token',
  'Ask for a relay',
  'Clear the cache',
  '{n, plural, one {# look-up} other {# look-ups}}',
  'It is looked up again',
  '请联系管理员添加中继',
])('would object to "%s"', (text) => {
  expect(banned('test', text)).not.toEqual([]);
});

test.each([
  'An address that starts with http://',
  '{relay} is slow',
  '{n, plural, other {# videos}}',
  'Up to 500ms, 1,500 characters, 640 × 352',
  "Write '{token}' there",
  'The crowd looks upwards at 480 × 480',
  'Objections, parsley, nullify',
])('has nothing against "%s"', (text) => {
  expect(banned('test', text)).toEqual([]);
});
