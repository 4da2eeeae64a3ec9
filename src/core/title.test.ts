import { expect, test } from 'vitest';

import { aTask, aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { firstWords, shortId, titleOf, wholeTitle } from './title';

test('a card is called by its name, else by its prompt, else by its short id', () => {
  const tracked = aTracked({ taskId: 'task_01k81e7r1m9vabcdefghmr4jm' });
  const task = aTask({ prompt: 'make animate', enhancedPrompt: 'A courier rides' });
  expect(titleOf({ ...tracked, label: ' Courier ' }, task)).toBe('Courier');
  expect(titleOf(tracked, task)).toBe('make animate');
  expect(titleOf(tracked, { ...task, prompt: null })).toBe('A courier rides');
  expect(titleOf({ ...tracked, label: '  ' }, null)).toBe('task_01k81e7r1m…mr4jm');
});

test('long prompts are cut between words, Chinese ones after as much as fits', () => {
  expect(firstWords('Aerial glide over a quiet harbour at dawn, long shadows of masts')).toBe(
    'Aerial glide over a quiet harbour at dawn, long…',
  );
  expect(firstWords('雪'.repeat(40))).toBe(`${'雪'.repeat(24)}…`);
  expect(firstWords(' two\n\tlines ')).toBe('two lines');
});

test('no text makes a title longer than its room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(Array.from(firstWords(text)).length).toBeLessThanOrEqual(49);
      expect(shortId(text).length).toBeLessThanOrEqual(22);
    }),
  );
});

test('a title has its shot with it where nothing else says it, and once', () => {
  expect(wholeTitle('take 2', 'SH010 Lighthouse')).toBe('SH010 Lighthouse, take 2');
  expect(wholeTitle('SH010 lighthouse, take 2', 'SH010 Lighthouse')).toBe(
    'SH010 lighthouse, take 2',
  );
  expect(wholeTitle('Harbour', null)).toBe('Harbour');
});
