import { expect, test } from 'vitest';

import { translate } from '~/i18n/i18n';

import { findTopics } from './find-topics';
import { HELP_TOPICS } from './topics';

const found = (query: string) => findTopics(query, translate);

test('all questions stand there until somebody searches', () => {
  expect(found('  ')).toEqual(HELP_TOPICS);
});

test('a question is found by words of its answer, in any order and case', () => {
  expect(found('PLAY not')).toContain('playing');
  expect(found('zip')).toEqual(['others']);
  expect(found('api address')).toContain('start');
});

test('it is found by the names of the buttons that its answer names', () => {
  expect(found(translate('problems.help.chooseScheme'))).toEqual(['refused']);
});

test('what nobody has written about is not found', () => {
  expect(found('key xylophone')).toEqual([]);
});
