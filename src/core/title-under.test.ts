import { expect, test } from 'vitest';

import { titleUnder } from './title-under';

test('under the name of its shot, a title does not repeat it', () => {
  const under = (title: string) => titleUnder(title, 'SH010 Lighthouse ');
  expect(under('SH010 Lighthouse, take 2')).toBe('take 2');
  expect(under('sh010 lighthouse – Take 2')).toBe('Take 2');
  expect(under('Take 2')).toBe('Take 2');
  expect(under('SH010 Lighthouse')).toBe('SH010 Lighthouse');
  expect(under('SH010 Lighthouses')).toBe('SH010 Lighthouses');
  expect(titleUnder('Take 2', '')).toBe('Take 2');
});
