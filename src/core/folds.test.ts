import { expect, test } from 'vitest';

import { foldMark, marksIn, withFold } from './folds';

test('a group is folded and opened again; the others stay as they are', () => {
  const [one, other] = ['sh010 lighthouse', '海边'].map(foldMark);
  const both = withFold(withFold('', one ?? '', true), other ?? '', true);
  expect(marksIn(both)).toEqual(new Set([one, other]));
  expect(withFold(both, one ?? '', true)).toBe(`${other}.${one}`);
  expect(withFold(both, one ?? '', false)).toBe(other);
});

test('what an address says of folds is bounded, and what makes no sense is nothing', () => {
  const many = Array.from({ length: 500 }, (_, index) => foldMark(`SH${index}`)).join('.');
  expect(marksIn(many).size).toBe(100);
  expect(withFold(many, 'last', true).split('.')).toHaveLength(100);
  expect(withFold(many, 'last', true)).toMatch(/\.last$/);
  expect(marksIn('<b>.__.a..averylongmark')).toEqual(new Set(['a']));
});
