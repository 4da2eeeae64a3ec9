import { expect, test } from 'vitest';

import { LOCALES } from '~/prefs/choices';

import { readWatch } from '../../hosting/watch-settings.mjs';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const HOOK = 'https://chat.test/services/T0k3n9f2c';
const FINE = { WATCH_PAGE: 'https://team.test/rushes', WATCH_WEBHOOK: HOOK };

test('what is left out is as usual', () => {
  expect(readWatch(FINE, false)).toEqual({
    page: 'https://team.test/rushes/',
    config: 'dist/config.json',
    keys: { own: {}, relay: [] },
    telling: { url: HOOK, format: 'json', secret: null, byShot: false, language: 'en' },
  });
});

test('messages come in each of the page’s languages', () => {
  for (const language of LOCALES) {
    expect(readWatch({ ...FINE, WATCH_LANGUAGE: language }, false).telling?.language).toBe(
      language,
    );
  }
});

test('keys are read by the names of services, and the relay’s as the relay has them', () => {
  const env = {
    ...FINE,
    WATCH_KEY_OPEN_STUDIO: ` ${KEY} `,
    RELAY_UPSTREAMS: 'house=https://api.test/v1',
    RELAY_KEY_HOUSE: KEY,
    RELAY_SCHEME_HOUSE: 'x-api-key',
  };
  expect(readWatch(env, true)).toMatchObject({
    keys: {
      own: { OPEN_STUDIO: KEY },
      relay: [
        { name: 'house', base: 'https://api.test', adds: { header: 'X-Api-Key', value: KEY } },
      ],
    },
    telling: null,
  });
});

test('a page that is a file, and a hook on this machine, are fine', () => {
  for (const hook of ['http://127.0.0.1:9/x', 'http://localhost:9/x', 'http://[::1]:9/x'])
    expect(readWatch({ ...FINE, WATCH_WEBHOOK: hook }, false).telling?.url).toBe(hook);
  const page = 'https://team.test/a/index.html';
  expect(readWatch({ ...FINE, WATCH_PAGE: page }, false).page).toBe(page);
});

test.each([
  [{ WATCH_PAGE: undefined }, 'WATCH_PAGE must be'],
  [{ WATCH_PAGE: 'file:///etc' }, 'WATCH_PAGE must be'],
  [{ WATCH_PAGE: `https://a:${KEY}@team.test/` }, 'WATCH_PAGE must be'],
  [{ WATCH_WEBHOOK: undefined }, 'WATCH_WEBHOOK must be'],
  [{ WATCH_WEBHOOK: 'http://chat.test/T0k3n9f2c' }, 'WATCH_WEBHOOK must be'],
  [{ WATCH_WEBHOOK: 'http://127.0.0.1.chat.test/T0k3n9f2c' }, 'WATCH_WEBHOOK must be'],
  [{ WATCH_FORMAT: 'teams' }, 'WATCH_FORMAT must be one of json, slack'],
  [{ WATCH_SECRET: KEY }, 'WATCH_SECRET is for WATCH_FORMAT=feishu or dingtalk'],
  [{ WATCH_BY: 'day' }, 'WATCH_BY must be one of batch, shot'],
  [{ WATCH_LANGUAGE: 'fr' }, 'WATCH_LANGUAGE must be one of en, de, es'],
  [{ WATCH_KEY_STUDIO: `${KEY}\n${KEY}` }, 'WATCH_KEY_STUDIO contains characters'],
  [{ RELAY_UPSTREAMS: 'house' }, 'RELAY_UPSTREAMS: number 1'],
])('%j is refused with a sentence that repeats no secret', (env, sentence) => {
  const read = () => readWatch({ ...FINE, ...env }, false);
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/T0k3n|Vb3kQ7/);
});
