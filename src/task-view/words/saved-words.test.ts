import { afterEach, expect, it, test } from 'vitest';

import { setLocale, translate } from '~/i18n/i18n';

import { savedWords } from './saved-words';

afterEach(() => setLocale('en'));

it.each([
  [{ kind: 'saved', name: 'a.mp4' }, 'Downloaded as a.mp4'],
  [{ kind: 'browser', name: 'a.mp4' }, 'The browser is downloading a.mp4'],
  [{ kind: 'busy' }, null],
  [{ kind: 'stopped' }, null],
] as const)('a download that ended with %j is told as %j', (saved, words) => {
  expect(savedWords(saved, translate)).toBe(words);
});

test('what could not be saved is told in sentences, as each language ends them', async () => {
  const expired = { kind: 'problem', reason: 'expired' } as const;
  expect(savedWords(expired, translate)).toMatch(/^The link has expired\. The service/);
  await setLocale('zh-CN');
  expect(savedWords(expired, translate)).toMatch(/^链接已失效。服务/);
});
