import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';

import { fill, type Message, type Values } from './fill';

const filled = (text: string, values: Values, locale = 'en'): string =>
  fill(compileMessage(text) as Message, values, locale);

test('values stand where their names are', () => {
  expect(filled('{n} of {total} · {n}', { n: 2, total: 'all' })).toBe('2 of all · 2');
});

test('a value that is not given leaves its place empty', () => {
  expect(filled('a{b}c', {})).toBe('ac');
});

test('a text from a service is put in as it is, whatever it looks like', () => {
  const hostile = String.raw`\u003cb\u003e {n} # $& %__lingui_octothorpe__%`;
  expect(filled('{title} · {n, plural, other {# of {title}}}', { title: hostile, n: 3 })).toBe(
    `${hostile} · 3 of ${hostile}`,
  );
});

test.each([
  [0, 'none'],
  [1, '1 task'],
  [2, '2 tasks'],
  [1234, '1,234 tasks'],
])('%d is worded by its own case, its plural or the last one', (n, words) => {
  expect(filled('{n, plural, =0 {none} one {# task} other {# tasks}}', { n })).toBe(words);
});

test.each([
  ['en', 1, '1st'],
  ['en', 22, '22nd'],
  ['en', 13, '13th'],
  ['zh-CN', 2, '2th'],
])('ordinals follow the language: %s, %d', (locale, n, words) => {
  const text = '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}';
  expect(filled(text, { n }, locale)).toBe(words);
});

test('numbers are written as the language writes them', () => {
  expect(filled('{n, number}', { n: 1_234_567 })).toBe('1,234,567');
  expect(filled('{n, number}', { n: 999 })).toBe('999');
  expect(filled('{n, number}', { n: -1.5 })).toBe('-1.5');
});

test('a number sign outside of a plural is one', () => {
  expect(filled('# {n}', { n: 1 })).toBe('# 1');
});
