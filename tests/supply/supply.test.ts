import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { licenceProblems } from '../../scripts/licences.mjs';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('licences', () => {
  test('of everything used are allowed', () => {
    expect(
      licenceProblems(readJson('package-lock.json') as Parameters<typeof licenceProblems>[0]),
    ).toEqual([]);
  });

  test('that are not allowed are named', () => {
    const lock = (license: string, dev = false) => ({
      packages: { '': {}, 'node_modules/a': { version: '1.0.0', license, dev } },
    });
    expect(licenceProblems(lock('GPL-3.0-only'))[0]).toContain('a 1.0.0 has GPL-3.0-only');
    expect(licenceProblems(lock('MPL-2.0'))).toHaveLength(1);
    expect(licenceProblems(lock('MPL-2.0', true))).toEqual([]);
    expect(licenceProblems(lock('(MIT OR GPL-3.0-only)'))).toEqual([]);
    expect(licenceProblems(lock('MIT AND GPL-3.0-only'))).toHaveLength(1);
    expect(licenceProblems({ packages: { 'node_modules/b': {} } })[0]).toContain('no licence');
  });
});

describe('workflows', () => {
  const folder = '.github/workflows';
  const uses = readdirSync(folder).flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/uses: (.+)$/gm)].map(
      ([, text]) => text,
    ),
  );

  test('name every action by its commit, with its version beside it', () => {
    expect(uses.length).toBeGreaterThan(0);
    expect(
      uses.filter((text) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(text ?? '')),
    ).toEqual([]);
  });

  test('may write nothing unless they say what', () => {
    for (const name of readdirSync(folder)) {
      expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(
        /^permissions:\n {2}contents: read$/m,
      );
    }
  });
});

test('versions are exact, and the lock file has a checksum for every package', () => {
  const { dependencies, devDependencies } = readJson('package.json') as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
  const { packages } = readJson('package-lock.json') as {
    packages: Record<string, { integrity?: string }>;
  };
  const without = Object.entries(packages).filter(
    ([name, { integrity }]) => name !== '' && !integrity,
  );
  expect(without).toEqual([]);
});

test('the changelog has a section for this version', () => {
  const { version } = readJson('package.json') as { version: string };
  const notes = execFileSync(process.execPath, ['scripts/release-notes.mjs', `v${version}`], {
    encoding: 'utf8',
  });
  expect(notes.length).toBeGreaterThan(50);
  expect(() =>
    execFileSync(process.execPath, ['scripts/release-notes.mjs', 'v99.0.0'], { stdio: 'pipe' }),
  ).toThrow('package.json');
});

test('the list of contents is the same each time', () => {
  const list = (): string =>
    execFileSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8' });
  const first = list();
  expect(first).toBe(list());
  expect(first).toContain('pkg:npm/react@');
  expect(first).not.toContain('pkg:npm/vitest@');
});
