import { expect, test } from 'vitest';

import { sharing } from '../../hosting/nginx/sharing.mjs';
import { OLDEST } from '../../hosting/relay-rules.mjs';

const { AGES, SHARED } = sharing({ shareSeconds: 2, upstreams: [] }, '/run');

/** One of nginx's maps, as nginx reads it: the first expression that matches, else its default. */
function map(text: string, name: string): (subject: string) => string {
  const [, body = ''] =
    new RegExp(String.raw`map "?[^\n]*"? \$${name} \{\n([^}]*)\}`).exec(text) ?? [];
  const rules = Array.from(
    body.matchAll(/^ *(default|"~.*") (.*);$/gm),
    ([, by = '', value = '']) =>
      by === 'default'
        ? { expression: null, value }
        : { expression: new RegExp(by.slice(2, -1)), value },
  );
  return (subject) => {
    const found = rules.find(({ expression }) => expression?.test(subject));
    const usual = rules.find(({ expression }) => expression === null);
    const said = (found ?? usual)?.value ?? '';
    return said.replace('""', '').replaceAll('$1', found?.expression?.exec(subject)?.[1] ?? '');
  };
}

test('an age is what the clock has gone since, up to 99 seconds', () => {
  const [ones, borrows, tens] = ['ones', 'borrows', 'tens'].map((part) =>
    map(AGES, `relay_age_${part}`),
  );
  const two = (second: number): string => String(second % 100).padStart(2, '0');
  const told = (at: number, age: number): string => {
    const seconds = two(at) + two(at + age);
    return `${tens?.(`${borrows?.(seconds)}${seconds}`)}${ones?.(seconds)}`;
  };
  const hundred = Array.from({ length: 100 }, (_, number) => number);
  const wrong = hundred.flatMap((at) =>
    hundred.filter((age) => told(at, age) !== String(age)).map((age) => `${at} + ${age}`),
  );
  expect(wrong).toEqual([]);
});

test('what was said before is told for less than so many seconds', () => {
  const era = map(SHARED, 'relay_era');
  const names = Array.from({ length: 1000 }, (_, second) => era(`${1_764_000_000 + second}.123`));
  const lengths = [...new Set(names)].map((name) => names.filter((one) => one === name).length);
  expect(lengths).toEqual(Array.from({ length: 1000 / OLDEST }, () => OLDEST));
});
