import path from 'node:path';

import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

import { isTest } from './import-rule';
import { filesOf, readText } from './walk';

/** What a module gives away and what it takes from others, each as `path without extension: name`. */
interface Traffic {
  given: string[];
  taken: string[];
}

test('an export that nobody takes is found, whatever the way others are taken', () => {
  const made = trafficOf(
    'src/core/made.ts',
    `export const used = 1, bare = 2; export function loaded() {} export class Taken {} export type Told = 1;
     export { bare as renamed }; export interface Unseen {}`,
  );
  const takers = [
    ['src/app/a.tsx', `import { used as mine, type Told } from '~/core/made';`],
    ['tests/b.test.ts', `export { renamed } from '../src/core/made.ts';`],
    ['src/core/c.ts', `import('./made').then(({ loaded }) => loaded());`],
    ['src/core/d.ts', `type A = import('./made').Taken;`],
  ].map(([file = '', code = '']) => trafficOf(file, code));
  expect(untaken([made, ...takers])).toEqual(['src/core/made: bare', 'src/core/made: Unseen']);
  const all = trafficOf('src/core/e.ts', `import * as made from './made'; made.bare;`);
  expect(untaken([made, ...takers, all])).toEqual(['src/core/made: Unseen']);
});

test('every export of src is imported by another file', () => {
  const all = filesOf(['src', 'tests', 'tools', 'scripts', 'hosting', 'vite.config.ts'])
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => trafficOf(file, readText(file)));
  expect(untaken(all)).toEqual([]);
});

function untaken(all: readonly Traffic[]): string[] {
  const taken = new Set(all.flatMap((one) => one.taken));
  return all.flatMap(({ given }) => given).filter((one) => !taken.has(one));
}

function trafficOf(file: string, code: string): Traffic {
  const { program, module } = parseSync(file, code);
  const ours = file.startsWith('src/') && !isTest(file) && !file.endsWith('.d.ts');
  const entries = module.staticExports.flatMap((one) => one.entries);
  const names = entries.map(({ exportName }) => exportName.name ?? 'default');
  const taken: string[] = [];
  const take = (specifier: string, name: string): void => {
    taken.push(`${targetOf(file, specifier)}: ${name}`);
  };
  /** Of a module that comes as a whole, what is named in the file counts as taken. */
  const takeNamed = (specifier: string): void => {
    for (const word of new Set(code.match(/[\w$]+/g))) take(specifier, word);
  };
  for (const { moduleRequest, entries: imported } of module.staticImports) {
    for (const { importName } of imported) {
      if (importName.name) take(moduleRequest.value, importName.name);
      else takeNamed(moduleRequest.value);
    }
  }
  for (const { moduleRequest, importName } of entries) {
    if (moduleRequest && importName.name) take(moduleRequest.value, importName.name);
  }
  if (code.includes('import('))
    new Visitor({
      ImportExpression({ source }) {
        if (source.type === 'Literal' && typeof source.value === 'string') takeNamed(source.value);
      },
      TSImportType({ source }) {
        takeNamed(source.value);
      },
    }).visit(program);
  return { given: ours ? names.map((name) => `${bare(file)}: ${name}`) : [], taken };
}

function targetOf(file: string, specifier: string): string {
  const near = specifier.startsWith('.');
  const target = near ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  return bare(target.replace(/^~\//, 'src/'));
}

function bare(file: string): string {
  return file.replace(/\.(tsx?|mjs)$/, '');
}
