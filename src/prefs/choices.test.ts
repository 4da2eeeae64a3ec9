import { expect, test } from 'vitest';

import { DEFAULT_PREFS, readPrefs } from './choices';

test.each([null, undefined, 7, 'dark', [], {}])(
  '%j leaves every choice at its default',
  (stored) => {
    expect(readPrefs(stored)).toEqual(DEFAULT_PREFS);
  },
);

test('known choices are taken over, one unknown one does not spoil the others', () => {
  const stored = { theme: 'dark', locale: 'xx', size: 7, promptShown: 'original', more: 1 };
  expect(readPrefs(stored)).toEqual({
    ...DEFAULT_PREFS,
    theme: 'dark',
    promptShown: 'original',
  });
});

test('how the board was grouped is taken over as it was, or not at all', () => {
  const grouping = { by: 'shot', folded: 'a.b' };
  expect(readPrefs({ grouping }).grouping).toEqual(grouping);
  for (const wrong of ['shot', null, [], { by: 7, folded: '' }, { by: 'shot' }])
    expect(readPrefs({ grouping: wrong }).grouping).toBeNull();
});
