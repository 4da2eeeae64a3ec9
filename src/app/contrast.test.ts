import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { contrastOf, lightAndDark, withContrast, type Tokens } from '~test/colours';

import { contrast } from './accent';

const sheet = readFileSync('src/app/app.css', 'utf8');

/** Every ink, and the grounds it is used on. WCAG 2.2, 1.4.3: 4.5 : 1. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ink: ['bg', 'surface', 'sunken', 'accent-soft', 'bad-soft', 'run-soft'],
  'ink-2': ['bg', 'surface', 'sunken', 'accent-soft', 'bad-soft', 'run-soft'],
  // On the ground of a chosen card it is the second ink: see `chosen`.
  'ink-3': ['bg', 'surface', 'sunken', 'accent-soft'],
  accent: ['bg', 'surface', 'sunken', 'accent-soft'],
  'accent-ink': ['accent', 'accent-hover'],
  'run-ink': ['bg', 'surface', 'sunken', 'accent-soft', 'run-soft'],
  'ok-ink': ['bg', 'surface', 'ok-soft'],
  'bad-ink': ['bg', 'surface', 'sunken', 'accent-soft', 'bad-soft', 'bad-hover'],
  bg: ['ink', 'run-ink'],
};

/** What marks a field, the focus, what is chosen or how far something is. WCAG 2.2, 1.4.11: 3 : 1. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  edge: ['bg', 'surface', 'sunken', 'accent-soft'],
  'ink-3': ['bg', 'surface', 'sunken'],
  accent: ['bg', 'surface', 'sunken', 'accent-soft', 'bad-soft', 'run-soft'],
  'bad-ink': ['bg', 'surface'],
  run: ['bg', 'surface', 'sunken'],
};

const LOOKS: readonly [name: string, tokens: Tokens, words: number, marks: number][] = [
  ['light', lightAndDark(sheet).light, 4.5, 3],
  ['dark', lightAndDark(sheet).dark, 4.5, 3],
  ['light with more contrast', withContrast(sheet).light, 7, 4.5],
  ['dark with more contrast', withContrast(sheet).dark, 7, 4.5],
];

describe.each(LOOKS)('%s', (_, tokens, words, marks) => {
  test.each(pairsOf(WORDS))('%s can be read on %s', (ink, ground) => {
    expect(contrastOf(tokens, ink, ground)).toBeGreaterThanOrEqual(words);
  });

  test.each(pairsOf(MARKS))('%s is seen on %s', (mark, ground) => {
    // How far something is, is said in words beside it too: there a bar may keep its colour.
    expect(contrastOf(tokens, mark, ground)).toBeGreaterThanOrEqual(mark === 'run' ? 3 : marks);
  });
});

test('white can be read on every ground of black that lies over a picture, also a white one', () => {
  const scrim = /scrim \{[^}]*rgb\(0 0 0 \/ ([\d.]+)\)/.exec(sheet)?.[1];
  const grounds = classLists()
    .flatMap((classes) => [...classes.matchAll(/(?:^|\s)bg-black\/(\d+)/g)])
    .map(([, percent]) => Number(percent) / 100)
    // Nothing is written on what is behind a dialog, nor on the handle of a comparison.
    .filter((share) => share !== 0.4);
  expect(grounds.length).toBeGreaterThan(4);
  for (const share of [Number(scrim), ...grounds]) {
    const grey = 255 * (1 - share);
    expect(contrast([255, 255, 255], [grey, grey, grey])).toBeGreaterThanOrEqual(4.5);
  }
});

test('whatever is drawn together somewhere stands in the table', () => {
  const listed = new Set(pairsOf(WORDS).map(String));
  const missing = [...drawnPairs()].filter((pair) => !listed.has(pair));
  expect(missing).toEqual([]);
});

test.each(LOOKS)('%s: every token has a colour', (_, tokens) => {
  for (const name of Object.keys(tokens)) expect(contrastOf(tokens, name, name)).toBe(1);
});

function pairsOf(table: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(table).flatMap(([one, grounds]) =>
    grounds.map((ground): [string, string] => [one, ground]),
  );
}

/** The inks and grounds that stand in one and the same list of classes, whenever they apply: `ink-2,surface`. */
function drawnPairs(): Set<string> {
  const known = new Set(Object.keys(lightAndDark(sheet).light));
  const found = new Set<string>();
  for (const classes of classLists()) {
    const drawn = [...classes.matchAll(/(?:^|\s)([^\s]*?)(text|bg)-([\w-]+)(?![\w/-])/g)]
      .map(([, when = '', kind, name = '']) => ({ when, kind, name }))
      .filter(({ when, name }) => known.has(name) && !/before:|after:/.test(when));
    const named = (kind: string, when: string): string[] => {
      const at = (then: string): string[] =>
        drawn.filter((one) => one.kind === kind && one.when === then).map(({ name }) => name);
      // What is not said for a case, stays as it is.
      return at(when).length > 0 ? at(when) : at('');
    };
    for (const when of new Set(drawn.map((one) => one.when)))
      for (const ink of named('text', when))
        for (const ground of named('bg', when)) found.add(`${ink},${ground}`);
  }
  return found;
}

/** Every text in quotes of what draws: some of them are classes. */
function classLists(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap(
      (name) =>
        readFileSync(path.join('src', name), 'utf8').match(/(?<=['"])[^'"\n]+(?=['"])/g) ?? [],
    );
}
