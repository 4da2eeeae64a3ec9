import { describe, expect, test } from 'vitest';

import { LOCALES, type Locale } from './locales';

type Area = Record<string, string>;

const files = import.meta.glob<Area>('./messages/*/*.json', { eager: true, import: 'default' });

/** Words of the people who build services. Whoever uses the page need not know them, in any language. */
const EVERYWHERE = [
  /\bpoll(?:s|ed|ing)?\b/i,
  /\bend-?points?\b/i,
  /\bpayloads?\b/i,
  /\bjson\b/i,
  /\bcors\b/i,
  // `http://` in an example of an address is fine.
  /\bhttps?\b(?!:\/\/)/i,
  // A status number, not a count of something or a size.
  /(?<![\p{Script=Latin}\p{N},.]|× )[45](?:\d\d|xx)(?![\p{Script=Latin}\p{N}]| ×| ?(?:characters|caracteres|Zeichen|文?字|자))/iu,
  /\btokens?\b/i,
  /\brelay(?:s|ed|ing)?\b/i,
  /\bupstreams?\b/i,
  /\bcach(?:e[sd]?|ing)\b/i,
  /\bpars(?:e[sd]?|ing)\b/i,
  /\bnull\b/i,
  /\bundefined\b/i,
  /\bretry-after\b/i,
] as const;

/** What a language calls them, and its own words for the same. */
const OF_LANGUAGE = {
  en: [/\bobjects?\b/i, /\blook(?:ed|ing|s)?[- ]?ups?\b/i],
  de: [
    /\bEndpunkt/i,
    /\bZwischenspeicher/i,
    /\bNutzlast/i,
    /\bAbfrageintervall/i,
    /\bgepollt\b/i,
    /\b(?:ge)?parst\b/i,
    /\bZugriffstoken/i,
    /\bStatuscode/i,
    /\bObjekte?\b/,
  ],
  es: [
    /\bpuntos? de (?:acceso|conexión)\b/i,
    /\bcaché/i,
    /\bsondeo/i,
    /\bcarga útil/i,
    /\banaliza(?:r|dor) sintáctic/i,
    /\bcódigo de estado/i,
    /\bobjetos?\b/i,
  ],
  'pt-BR': [
    /\bpontos? de extremidade/i,
    /\bmemória cache/i,
    /\bsondagem/i,
    /\bcarga útil/i,
    /\bcódigo de status/i,
    /\bobjetos?\b/i,
  ],
  ja: [
    /トークン/,
    /エンドポイント/,
    /キャッシュ/,
    /ポーリング/,
    /ペイロード/,
    /パース/,
    /プロキシ/,
    /ステータスコード/,
    /オブジェクト/,
    /中継/,
  ],
  ko: [
    /토큰/,
    /엔드포인트/,
    /캐시/,
    /폴링/,
    /페이로드/,
    /파싱/,
    /프록시/,
    /상태 코드/,
    /객체/,
    /중계/,
  ],
  'zh-CN': [/中继/, /缓存/, /解析/, /端点/, /负载/, /轮询/, /状态码/],
  // 解析度 is the resolution of a picture.
  'zh-TW': [
    /中繼/,
    /快取/,
    /解析(?!度)/,
    /端點/,
    /負載/,
    /輪詢/,
    /狀態碼/,
    /權杖/,
    /令牌/,
    /代理伺服器/,
  ],
} as const satisfies Record<Locale, readonly RegExp[]>;

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
function banned(key: string, text: string, locale: Locale): string[] {
  const allowed = EXEMPT[key]?.words;
  const shown = spoken(allowed ? text.replaceAll(new RegExp(allowed, 'g'), ' ') : text);
  return [...EVERYWHERE, ...OF_LANGUAGE[locale]].flatMap((word) => word.exec(shown)?.[0] ?? []);
}

describe.each(LOCALES)('the messages in %s', (locale) => {
  test('use no word of the trade', () => {
    const found = messages(locale).flatMap(([key, text]) => {
      const words = banned(key, text, locale);
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
  ['en', 'Polling again'],
  ['en', 'The endpoint is wrong'],
  ['de', 'Nicht als JSON lesbar'],
  ['en', 'The service does not allow CORS'],
  ['es', 'Respondió por HTTP'],
  ['en', 'The service answered 502.'],
  ['pt-BR', 'Um erro (4xx)'],
  ['zh-CN', '服务返回 429，稍后重试'],
  ['ja', 'エラー429が返されました'],
  ['de', 'Fügen Sie das Token ein'],
  ['en', 'Ask for a relay'],
  ['en', 'Clear the cache'],
  ['en', '{n, plural, one {# look-up} other {# look-ups}}'],
  ['en', 'It is looked up again'],
  ['zh-CN', '请联系管理员添加中继'],
  ['zh-TW', '請清除快取'],
  ['ja', 'キャッシュを削除'],
  ['ko', '토큰을 붙여 넣으세요'],
  ['de', 'Der Endpunkt antwortet nicht'],
  ['es', 'Vacíe la caché'],
] as const)('in %s would object to "%s"', (locale, text) => {
  expect(banned('test', text, locale)).not.toEqual([]);
});

test.each([
  ['en', 'An address that starts with http://'],
  ['en', '{relay} is slow'],
  ['en', '{n, plural, other {# videos}}'],
  ['en', 'Up to 500ms, 1,500 characters, 500 characters, 640 × 352'],
  ['de', 'höchstens 500 Zeichen'],
  ['ja', '500文字以内'],
  ['en', "Write '{token}' there"],
  ['en', 'The crowd looks upwards at 480 × 480'],
  ['en', 'Objections, parsley, nullify'],
  ['zh-TW', '解析度'],
] as const)('in %s has nothing against "%s"', (locale, text) => {
  expect(banned('test', text, locale)).toEqual([]);
});
