import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { isOutside, LATE_PARTS, partOf, readMessages } from '../tools/messages.ts';

/** Imports that are loaded together with words: `withWords(['add'], async () => (await import('~/…')…)`. */
const WITH_WORDS = /withWords\(\s*\[([^\]]*)\][^(]*\(\) =>[^']*?\bimport\('([^']+)'\)/g;
const IMPORTS =
  /(?:^(?:import|export) (?!type\b)[^'"]*?from |^import |\bimport\()'([~.]\/?[^']*)'/gms;
/** It loads what people may want next, without running it. */
const AHEAD = 'src/app/dialog-parts.tsx';

const ALL = readMessages(path.resolve('src/i18n/messages/en'));
const MESSAGES = ALL.filter(({ key }) => !isOutside(key));

test('words that come late are named only where they have come', () => {
  const wanted = [...reachable('src/main.tsx', new Set())].flatMap((from) =>
    [...read(from).matchAll(WITH_WORDS)].map(([, words = '', file = '']) => ({
      words: words.replaceAll(/['\s]/g, '').split(',').filter(Boolean),
      file: resolved(file, path.dirname(from)),
    })),
  );
  expect(wanted.length).toBeGreaterThan(7);
  const later = [AHEAD, ...wanted.map(({ file }) => file)];
  const withoutWords = reachable('src/main.tsx', new Set(later));
  const tooSoon = [
    ...missing(withoutWords, []),
    ...wanted
      .filter(({ file }) => file !== AHEAD)
      .flatMap(({ file, words }) => {
        // What it loads with more words is looked at on its own.
        const elsewhere = later.filter((other) => other !== file);
        return missing(reachable(file, new Set([...withoutWords, ...elsewhere])), words);
      }),
  ];
  expect([...new Set(tooSoon)]).toEqual([]);
});

test('every part of the words that comes late has some', () => {
  const found = new Set(MESSAGES.flatMap(({ key }) => partOf(key) ?? []));
  expect(new Set(LATE_PARTS)).toEqual(found);
});

test('no script of the page names words that are not in any', () => {
  const code = [...reachable('src/main.tsx', new Set())].map((file) => read(file)).join('\n');
  const outside = ALL.filter(({ key }) => isOutside(key));
  expect(outside.length).toBeGreaterThan(5);
  expect(outside.filter(({ key }) => code.includes(`'${key}'`))).toEqual([]);
});

/** Late words that these files name although they have not come. */
function missing(files: ReadonlySet<string>, come: readonly string[]): string[] {
  const code = [...files].map((file) => read(file)).join('\n');
  const families = [...code.matchAll(/`([a-z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.split(/\$\{[^}]*\}/).join('[^.]+')}$`),
  );
  return MESSAGES.map(({ key }) => key).filter((key) => {
    const part = partOf(key);
    if (part === null || come.includes(part)) return false;
    return code.includes(`'${key}'`) || families.some((family) => family.test(key));
  });
}

/** The files that one loads, at once or later, but for those in `without`. */
function reachable(from: string, without: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file) || without.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const [, to = ''] of read(file).matchAll(IMPORTS))
      follow(resolved(to, path.dirname(file)));
  };
  follow(from);
  return found;
}

function resolved(to: string, folder: string): string {
  const file = to.startsWith('~/') ? `src/${to.slice(2)}` : path.posix.join(folder, to);
  return (
    [file, `${file}.ts`, `${file}.tsx`].find((name) => /\.tsx?$/.test(name) && existsSync(name)) ??
    file
  );
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
