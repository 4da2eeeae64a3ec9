import { existsSync } from 'node:fs';

import { expect, test } from 'vitest';

import { filesOf, readText } from './walk';

const DOCS = filesOf(['.']).filter((file) => file.endsWith('.md') && !file.includes('fixtures'));
/** Where a path in a document may begin: whoever reads `look-ups/driver` knows that it is about the engine. */
const ROOTS = [
  '',
  'src/',
  'src/engine/',
  'src/engine/gateway/',
  'src/engine/look-ups/',
  'src/features/',
  'src/features/add-tasks/recognise/',
  'src/task-view/',
];
const ENDS = ['', '.ts', '.tsx'];

/** What a build or an admin makes. */
const MADE = /^dist(?:-watch)?\/|\.env$/;

/** Paths in backquotes: at least one slash, nothing but names in between. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !MADE.test(path));
}

test('every path that a document names is there', () => {
  const lost = DOCS.flatMap((file) =>
    pathsIn(readText(file))
      .filter((path) => !ROOTS.some((root) => ENDS.some((end) => existsSync(root + path + end))))
      .map((path) => `${file}: ${path}`),
  );
  expect(lost).toEqual([]);
});

test('every file that a document links to is there', () => {
  const lost = DOCS.flatMap((file) => {
    const folder = file.includes('/') ? file.replace(/[^/]+$/, '') : '';
    return [...readText(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, path = '']) => folder + path)
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`);
  });
  expect(lost).toEqual([]);
});
