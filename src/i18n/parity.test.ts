import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';

import { LOCALES } from './locales';

type Area = Record<string, string>;

const files = import.meta.glob<Area>('./messages/*/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '../../tools/*.ts', '!../**/*.test.*'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
);
const english = areas('en');

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the messages in %s', (locale) => {
  const other = areas(locale);

  test('are the same as in English, area by area', () => {
    // In the same order, so that two files are read side by side.
    expect(mapAreas(other, (area) => Object.keys(area))).toEqual(
      mapAreas(english, (area) => Object.keys(area)),
    );
  });

  test('take the same values', () => {
    expect(mapAreas(other, allPlaceholders)).toEqual(mapAreas(english, allPlaceholders));
  });

  test('say something', () => {
    const texts = Object.values(other).flatMap((area) => Object.entries(area));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

test('every message is written in forms that the page can fill in', () => {
  const forms = LOCALES.flatMap((locale) => Object.values(areas(locale))).flatMap((area) =>
    Object.values(area).flatMap((text) => formsIn(compileMessage(text))),
  );
  expect([...new Set(forms)].toSorted()).toEqual(['number', 'plural', 'selectordinal']);
});

test('every key begins with the name of its area', () => {
  const strays = Object.entries(english).flatMap(([name, area]) =>
    Object.keys(area).filter((key) => !key.startsWith(`${name}.`)),
  );
  expect(strays).toEqual([]);
});

test('every message is used: the code names its key, whole or with a `${part}`', () => {
  const code = Object.values(sources).join('\n');
  const families = [...code.matchAll(/`([a-z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.split(/\$\{[^}]*\}/).join('[^.]+')}$`),
  );
  const unused = Object.values(english)
    .flatMap((area) => Object.keys(area))
    .filter((key) => !code.includes(`'${key}'`) && !families.some((family) => family.test(key)));
  expect(unused).toEqual([]);
});

/** One language's files by area. */
function areas(locale: string): Record<string, Area> {
  const start = `./messages/${locale}/`;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(start))
      .map(([path, area]) => [path.slice(start.length, -'.json'.length), area]),
  );
}

function mapAreas<T>(all: Record<string, Area>, fn: (area: Area) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([name, area]) => [name, fn(area)]));
}

function allPlaceholders(area: Area): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(area).map(([key, text]) => [key, placeholders(compileMessage(text))]),
  );
}

/** Names of the values a message takes, those inside plural branches included, and where none has a text of its own. */
function placeholders(compiled: unknown): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, , branches] = part as unknown[];
    names.add(String(name));
    for (const [which, branch] of Object.entries(branches ?? {})) {
      if (!Array.isArray(branch)) continue;
      if (which === '0') names.add(`${String(name)} = 0`);
      branch.forEach(visit);
    }
  };
  if (Array.isArray(compiled)) compiled.forEach(visit);
  return [...names].toSorted();
}

/** How a message's values are to be written, also those inside plural branches; an offset would be one more. */
function formsIn(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return [];
  return compiled.flatMap((part: unknown) => {
    if (!Array.isArray(part)) return [];
    const [, form, branches] = part as [string, string?, Record<string, unknown>?];
    const inside = Object.entries(branches ?? {}).filter(([, branch]) => branch !== undefined);
    const odd = inside.filter(([, branch]) => !Array.isArray(branch)).map(([name]) => name);
    return [...(form ? [form] : []), ...odd, ...inside.flatMap(([, branch]) => formsIn(branch))];
  });
}
