import { afterEach, expect, test } from 'vitest';

import { dialogs } from '~/address/dialogs';
import * as fc from '~test/properties';

import { openStart, readStart } from './start-link';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';

afterEach(() => dialogs.setState({ open: [] }));

test.each([
  ['ids=task_1,task_2&name=Harbour', 'task_1\ntask_2', 'Harbour'],
  ['ids=task_1%0Atask_2', 'task_1\ntask_2'],
  ['id=task_1&name=First&id=task_2&name=Second', 'First: task_1\nSecond: task_2'],
  ['id=sora-2%3Atask_1', 'sora-2:task_1'],
  ['name=Harbour%0Anight&ids=a', 'a', 'Harbour night'],
  ['ids=task_1&author=Ana&keyword=sea&monkey=1', 'task_1'],
  // A link names no address: a key that is pasted beside it would go there.
  ['ids=https%3A%2F%2Fapi.evil.example%2Fv1%2Fvideos%2Fvideo_1,task_1', 'task_1'],
  ['name=Base+URL+https://api.evil.example/v1&id=x', 'x'],
  ['id=x&name=Base+URL+https://api.evil.example/v1', 'x'],
  ['id=x&id=https://evil.example&name=Second', 'x'],
  ['name=All&id=task_1&name=First', 'First: task_1', 'All'],
  ['other=1', ''],
  ['', ''],
])('%s fills the box', (query, text, batch?: string) => {
  expect(readStart(query)).toEqual({ text, batch: batch ?? null, hadKey: false });
});

test.each([
  `ids=task_1&key=${KEY}`,
  'ids=task_1&api_key=0123456789abcdef',
  'ids=task_1&access_token=whatever',
  `ids=task_1&x=${KEY}`,
  `ids=task_1&ids=${KEY}`,
  `ids=task_1,${KEY}`,
  'ids=task_1&apiKey=1',
  'ids=task_1&X-Api-Key=1',
  'ids=task_1&passwd=1',
  `ids=task_1&name=${KEY}`,
  `ids=task_1&${KEY}`,
  `ids=task_1&x=Bearer%20${KEY}`,
])('the key in %s is left out, and that is said', (query) => {
  expect(readStart(query)).toEqual({ text: 'task_1', batch: null, hadKey: true });
  openStart(query);
  expect(dialogs.getState().open).toEqual([
    { kind: 'add', text: 'task_1', arrived: true, note: 'keyRemoved' },
  ]);
});

test('any address is read, and never with the key in it', () => {
  const name = fc.constantFrom('id', 'ids', 'name', 'x', 'key', KEY);
  const value = fc.constantFrom('a', '', KEY, `take 1 ${KEY}`, `a,${KEY},b`, '%', '\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
      const query = new URLSearchParams(pairs).toString();
      const { text, batch, hadKey } = readStart(query);
      expect(`${text} ${batch}`).not.toContain(KEY);
      expect(hadKey).toBe(query.includes(KEY) || pairs.some(([one]) => one === 'key'));
    }),
  );
});
