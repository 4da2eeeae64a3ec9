import { expect, test } from 'vitest';

import type { Said } from './feed-memory';
import { takeRows } from './take-rows';

const FEED = {
  name: 'Friday set',
  url: 'https://team.test/a.csv',
  base: 'https://b',
  teamKey: true,
};
const row = (taskId: string) => ({ taskId, label: null, shot: null, columns: {} });

test('what is still named is forgotten last, whichever list named it first', () => {
  const own: Said = { by: FEED.name, label: '', shot: '' };
  const before = new Map([
    ['still', own],
    ['other', { ...own, by: 'Other' }],
    ['gone', own],
  ]);
  const { said, added } = takeRows(FEED, [row('still'), row('other')], before, new Map());
  expect([...said]).toEqual([
    ['gone', own],
    ['still', own],
    ['other', { ...own, by: 'Other' }],
  ]);
  expect(added).toEqual([]);
});
