import { describe, expect, it } from 'vitest';

import { NO_ANSWER } from '~/core/answer';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { cardOf } from './card-of';
import { textOf, wordsOf } from './search';

/** Whether a task with this note is found. */
function finds(note: string, query: string): boolean {
  const text = textOf(cardOf(aTracked({ note }), NO_ANSWER, serviceKeys()));
  return wordsOf(query).every((word) => text.includes(word));
}

describe('the search', () => {
  it.each([
    ['café au lait', 'cafe'],
    ['cafe au lait', 'café'],
    ['cafe\u0301', 'CAFÉ'],
    ['A1 hero', 'Ａ１'],
    ['Ａ１ ｈｅｒｏ', 'a1 HERO'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['清晨的茶馆', '茶馆'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['한국어 자막', '자막'],
    ['Ёлка и ёж', 'елка'],
    ['take two, the lamp', 'lamp　two'],
    ['ﬁnal cut', 'FINAL'],
  ])('in “%s” finds “%s”', (note, query) => {
    expect(finds(note, query)).toBe(true);
  });

  it.each([
    ['ガラス', 'カラス'],
    ['the lamp', 'lamp three'],
    ['茶馆', '茶房'],
  ])('in “%s” does not find “%s”', (note, query) => {
    expect(finds(note, query)).toBe(false);
  });

  it('finds whatever stands in a text, in any case and form', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        ...'a ß é Ü ж ё Σ 茶 馆 が ｶﾞ １ ﬁ 한 İ ı . - / e\u0301 👍🏽'.split(' '),
        ' ',
      ),
      minLength: 1,
      maxLength: 12,
    });
    const forms = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFKC'),
      (text) => text,
    );
    fc.assert(
      fc.property(letters, letters, letters, forms, (before, query, after, form) => {
        expect(finds(`${before}\n${query}\n${after}`, form(query))).toBe(true);
      }),
    );
  });

  it('covers what the service said, tags and the service itself, but no heading', () => {
    const answer = anAnswer({
      state: 'failed',
      statusWord: 'REJECTED_BY_GATE',
      failure: { message: 'Too many requests, ünlucky', code: 'E_BUSY' },
    });
    const tracked = aTracked({ tags: ['Social', '竖屏'], columns: { Client: 'Lumen' } });
    const text = textOf(cardOf(tracked, answer, serviceKeys()), 'The service was too busy');
    const found = ['social', '竖屏', 'lumen', 'rejected_by', 'unlucky', 'e_busy', 'too busy'];
    for (const query of [...found, 'api.example.com'])
      for (const word of wordsOf(query)) expect(text).toContain(word);
    expect(text).not.toContain('client');
  });
});
