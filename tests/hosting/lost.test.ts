import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { LOCALES } from '~/prefs/choices';

test('a missing page says so in each of the page’s languages', () => {
  const page = readFileSync('public/404.html', 'utf8');
  expect([...page.matchAll(/<p lang="([\w-]+)">/g)].map(([, lang]) => lang)).toEqual(LOCALES);
});
