import { compileMessage } from '@lingui/message-utils/compileMessage';
import { assert, integer, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fill, type Message } from './fill';
import { LOCALES, type Locale } from './locales';

const files = import.meta.glob<Record<string, string>>('./messages/*/*.json', {
  eager: true,
  import: 'default',
});

type Kind = 'plural' | 'selectordinal';

/** The messages of a language, compiled as the page has them. */
const messages = (locale: Locale): [key: string, message: Message][] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`./messages/${locale}/`))
    .flatMap(([, area]) => Object.entries(area))
    .map(([key, text]) => [key, JSON.parse(JSON.stringify(compileMessage(text))) as Message]);

describe.each(LOCALES)('in %s', (locale) => {
  const forms = {
    plural: new Intl.PluralRules(locale).resolvedOptions().pluralCategories,
    selectordinal: new Intl.PluralRules(locale, { type: 'ordinal' }).resolvedOptions()
      .pluralCategories,
  } as const satisfies Record<Kind, readonly string[]>;
  const all = messages(locale);

  test('a message that counts has each form that a whole number can need, and none that the language lacks', () => {
    const wrong = all.flatMap(([key, message]) =>
      choicesIn(message).flatMap(({ kind, names }) => {
        // Worded alike whatever the number.
        if (names.join('') === 'other') return [];
        const known: readonly string[] = forms[kind];
        const lacks = neededBy(locale, kind).filter((form) => !names.includes(form));
        // `one` is for 1 alone in English: `=1` says it, too.
        const missing = lacks.filter((form) => !(form === 'one' && names.includes('1')));
        const strange = names.filter((name) => !/^\d+$/.test(name) && !known.includes(name));
        return [...missing, ...strange].map((form) => `${key}: ${form}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('whatever the number, every message is filled without a rest', () => {
    const count = oneof(integer({ min: 0, max: 130 }), integer({ min: 0, max: 1_000_003 }));
    assert(
      property(count, (n) => {
        const left = all.filter(([, message]) => {
          const values = Object.fromEntries(namesIn(message).map((name) => [name, n]));
          return /[{}#]|undefined|NaN/.test(fill(message, values, locale));
        });
        expect(left.map(([key]) => key)).toEqual(LITERAL);
      }),
      { numRuns: 60 },
    );
  });
});

/** Messages that show how something is written: an address with `{id}`, a colour with `#`. */
const LITERAL: readonly string[] = [
  'add.check.noServiceStep',
  'config.lookUpPath',
  'config.colour',
  'connections.pathHint',
  'connections.pathWrong',
];

/** The forms of whole numbers up to a few millions; fractions are never counted. */
function neededBy(locale: Locale, kind: Kind): string[] {
  const rules = new Intl.PluralRules(locale, kind === 'plural' ? {} : { type: 'ordinal' });
  const numbers = [...Array.from({ length: 130 }, (_, n) => n), 1000, 999_999, 1_000_003];
  return [...new Set(numbers.map((n) => rules.select(n)))];
}

/** The choices by number in a message, also those inside of others. */
function choicesIn(message: Message): { kind: Kind; names: string[] }[] {
  return message.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const [, how, choices = {}] = piece;
    const inner = Object.values(choices).flatMap(choicesIn);
    return how === 'plural' || how === 'selectordinal'
      ? [{ kind: how, names: Object.keys(choices) }, ...inner]
      : inner;
  });
}

function namesIn(message: Message): string[] {
  return message.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const [name, , choices = {}] = piece;
    return [name, ...Object.values(choices).flatMap(namesIn)];
  });
}
