import { expect, it } from 'vitest';

import { checkConfig } from './config';
import { feedsIn } from './config-feeds';

const HOME = 'https://team.test/rushes/';

function read(...feeds: readonly unknown[]) {
  const services = [
    { name: 'Studio', base: 'https://api.a.test' },
    { name: 'House', relay: 'house', teamKey: true },
  ];
  const checked = checkConfig(JSON.stringify({ services, feeds }), HOME);
  if (!('config' in checked)) throw new Error(JSON.stringify(checked));
  return feedsIn(checked.config, HOME);
}

it('reads feeds next to the page or anywhere, each of one of its services', () => {
  const { feeds, wrong } = read(
    { name: 'Friday', url: 'feeds/friday.csv', service: ' house ' },
    { name: 'Nightly', url: 'https://files.test/n.json?v=1', service: 'Studio' },
  );
  expect(wrong).toEqual([]);
  expect(feeds).toEqual([
    {
      name: 'Friday',
      url: 'https://team.test/rushes/feeds/friday.csv',
      base: 'https://team.test/rushes/relay/house',
      teamKey: true,
    },
    {
      name: 'Nightly',
      url: 'https://files.test/n.json?v=1',
      base: 'https://api.a.test',
      teamKey: false,
    },
  ]);
});

it.each([
  ['no service of the page', { service: 'Nobody' }],
  ['an address of another kind', { url: 'ftp://a.test/x' }],
  ['a password', { url: 'https://me:secret@a.test/x' }],
  ['a page of its own', { url: 'data:text/csv,id' }],
  ['a key', { key: 'sk-1' }],
  ['no address', { url: ' ' }],
])('follows none with %s, and says so', (_, more) => {
  expect(read({ name: 'Friday', url: 'friday.csv', service: 'Studio', ...more })).toEqual({
    feeds: [],
    wrong: [
      { name: expect.stringMatching(/^Friday$|^feeds\[0\]$/) as string, problem: 'settings' },
    ],
  });
});

it('follows the first of two with one name, and at most twenty', () => {
  const feed = (name: string) => ({ name, url: `${name}.csv`, service: 'Studio' });
  expect(read(feed('a'), { ...feed('a'), url: 'b.csv' })).toMatchObject({
    feeds: [{ url: `${HOME}a.csv` }],
    wrong: [{ name: 'a' }],
  });
  const many = Array.from({ length: 30 }, (_, n) => feed(`f${n}`));
  expect(read(...many).feeds).toHaveLength(20);
  expect(read(null, 1, 'x', []).wrong).toHaveLength(4);
});
