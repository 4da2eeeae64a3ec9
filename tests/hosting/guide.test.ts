import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const guide = read('docs/host-it.md');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md', 'docs/host-it.md'];

interface Schema {
  properties: Record<string, unknown>;
  definitions: { service: { properties: Record<string, unknown> } };
}

test('every command in the guides exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = pages.flatMap((file) =>
    [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
  );
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
});

test('every link between them works', () => {
  const dead = pages.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => path.join(path.dirname(file), target))
      .filter((target) => !existsSync(target)),
  );
  expect(dead).toEqual([]);
});

test('every test that SECURITY.md names exists', () => {
  const named = [...read('SECURITY.md').matchAll(/`((?:tests|src)\/[\w./-]+\.ts)`/g)].map(
    ([, file]) => file ?? '',
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test('the guide has every setting of config.json', () => {
  const schema = JSON.parse(read('public/config.schema.json')) as Schema;
  const settings = [schema.properties, schema.definitions.service.properties].flatMap((one) =>
    Object.keys(one),
  );
  expect(settings.filter((name) => name !== '$schema' && !guide.includes(`\`${name}\``))).toEqual(
    [],
  );
});

test('the guide has every variable that is read, and no other', () => {
  const files = readdirSync('hosting', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.mjs'),
  );
  const code = files.map((name) => read(path.join('hosting', name))).join('\n');
  const found = [
    ...[...code.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name]) => name ?? ''),
    ...[...code.matchAll(/\{ ([A-Z]+, [A-Z]+) \}/g)].flatMap(([, names = '']) => names.split(', ')),
  ];
  const rows = guide.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
  const told = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''),
  );
  // There is one RELAY_KEY_… and one RELAY_SCHEME_… per upstream, one WATCH_KEY_… per service.
  const plain = told.filter(
    (name) => !/^(?:RELAY_(?:KEY|SCHEME)|WATCH_KEY_OPEN)_STUDIO$/.test(name),
  );
  expect(plain.toSorted()).toEqual([...new Set(found)].toSorted());
});
