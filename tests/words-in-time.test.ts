import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { LATE_PARTS, partOf, readMessages } from '../tools/messages.ts';

/** Imports that are loaded together with words: `withWords(['add'], async () => (await import('~/…')…)`. */
const WITH_WORDS = /withWords\(\s*\[([^\]]*)\][^(]*\(\) =>\s*\(await import\('([^']+)'\)\)/g;
const IMPORTS =
  /(?:^(?:import|export) (?!type\b)[^'"]*?from |^import |\bimport\()'([~.]\/?[^']*)'/gms;
/** Files that load parts together with words. */
const WITH_PARTS = ['src/app/parts.tsx', 'src/features/add-tasks/form/latest-offer.tsx'];
/** It loads what people may want next, without running it. */
const AHEAD = 'src/app/dialog-parts.tsx';

const MESSAGES = readMessages(path.resolve('src/i18n/messages/en'));

test('words that come late are named only where they have come', () => {
  const wanted = WITH_PARTS.flatMap((from) =>
    [...read(from).matchAll(WITH_WORDS)].map(([, words = '', file = '']) => ({
      isWithin: from !== WITH_PARTS[0],
      words: words.replaceAll(/['\s]/g, '').split(','),
      file: resolved(file, path.dirname(from)),
    })),
  );
  expect(wanted.length).toBeGreaterThan(4);
  const withoutWords = reachable(
    'src/main.tsx',
    new Set([AHEAD, ...wanted.map(({ file }) => file)]),
  );
  const later = wanted.flatMap(({ file, isWithin }) => (isWithin ? file : []));
  const tooSoon = [
    ...missing(withoutWords, []),
    ...wanted
      .filter(({ file }) => file !== AHEAD)
      .flatMap(({ file, words }) =>
        missing(
          reachable(file, new Set([...withoutWords, ...later].filter((one) => one !== file))),
          words,
        ),
      ),
  ];
  expect([...new Set(tooSoon)]).toEqual([]);
});

test('every part of the words that comes late has some', () => {
  const found = new Set(MESSAGES.flatMap(({ key }) => partOf(key) ?? []));
  expect(new Set(LATE_PARTS)).toEqual(found);
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
