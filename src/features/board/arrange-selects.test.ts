import { expect, test } from 'vitest';

import { byColumn } from '~/core/group-by';
import { translate } from '~/i18n/i18n';

import { groupingWord } from './arrange-selects';

test('a column that is called as the page calls one of its own groupings is told apart from it', () => {
  expect(groupingWord('service', translate)).toBe('Service');
  expect(groupingWord(byColumn(' service'), translate)).toBe(' service (column)');
  expect(groupingWord(byColumn('Client'), translate)).toBe('Client');
});
