import { expect, test } from 'vitest';

import { HELP, type Trouble } from '~/engine/answers/trouble';
import { translate } from '~/i18n/i18n';

import { valueWords } from './filter-words';
import { kindsOf } from './kinds';

const NOBODY = { connections: new Map(), tasks: new Map() };
const wordsOf = (reason: string) => valueWords('reason', reason, NOBODY, translate);

test('no two kinds are called the same, and together they count each task once', () => {
  const counted = new Map(Object.keys(HELP).map((reason, at) => [reason as Trouble, at + 1]));
  const kinds = kindsOf(counted, [], wordsOf);
  const words = kinds.map((kind) => kind.words);
  expect(new Set(words).size).toBe(words.length);
  const sum = [...counted.values()].reduce((all, n) => all + n, 0);
  expect(kinds.reduce((all, { n }) => all + n, 0)).toBe(sum);
  expect(kinds.flatMap(({ reasons }) => reasons).toSorted()).toEqual(
    [...counted.keys()].toSorted(),
  );
});

test('the most frequent comes first, and one that is chosen stays when its last card has gone', () => {
  const name = (reason: string): string => (reason.startsWith('busy') ? 'too busy' : reason);
  const counted = new Map([
    ['safety', 3],
    ['busy here', 2],
    ['busy there', 2],
  ]);
  expect(kindsOf(counted, ['gone'], name)).toEqual([
    { words: 'too busy', reasons: ['busy here', 'busy there'], n: 4 },
    { words: 'safety', reasons: ['safety'], n: 3 },
    { words: 'gone', reasons: ['gone'], n: 0 },
  ]);
});
