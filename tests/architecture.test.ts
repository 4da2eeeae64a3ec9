import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { folderOf, isTest, judge, readTable } from './architecture/import-rule';
import { readSources } from './architecture/read-sources';
import { filesOf, readText } from './architecture/walk';

const SCREEN = /^(main\.tsx$|app\/|features\/|task-view\/|ui\/|i18n\/)/;
const REACT = /^(react|react-dom|@lingui\/react|@base-ui\/react|virtua)(\/|$)/;

const table = readTable(readText('ARCHITECTURE.md'));
const sources = readSources();
const imports = sources.flatMap(({ file, imports: found }) =>
  found.map((one) => ({ ...one, file, test: isTest(file) })),
);

describe('every import in src', () => {
  test('is one that the table in ARCHITECTURE.md allows', () => {
    expect(imports.map((one) => judge(table, one)).filter(Boolean)).toEqual([]);
  });

  test('is written ~/… across folders and ./… inside one', () => {
    const across = imports.filter(
      ({ specifier, test: inTest }) =>
        specifier.startsWith('/') ||
        (specifier.startsWith('../') && !(inTest && /^(\.\.\/)+tests\//.test(specifier))),
    );
    const inside = imports.filter(
      ({ file, target }) =>
        target !== null && path.posix.dirname(file) === path.posix.dirname(target),
    );
    expect(across.map(told)).toEqual([]);
    expect(inside.filter(({ specifier }) => specifier.startsWith('~/')).map(told)).toEqual([]);
  });

  test('of React stands where there is a screen', () => {
    const strays = imports.filter(
      ({ file, specifier, test: inTest }) =>
        REACT.test(specifier) && !SCREEN.test(file) && !isHook(file) && !inTest,
    );
    expect(strays.map(told)).toEqual([]);
    const screens = sources.filter(({ file }) => file.endsWith('.tsx') && !SCREEN.test(file));
    expect(screens.map(({ file }) => file).filter((file) => !isTest(file))).toEqual([]);
  });

  test('of the cache stands in its one door, in the hook for one answer, and where the page is put together', () => {
    const doors = /^(engine\/answers\/|engine\/use-answers\.ts$|app\/boot\.tsx$)/;
    const strays = imports.filter(
      ({ file, specifier }) => specifier.startsWith('@tanstack/') && !doors.test(file),
    );
    expect(strays.map(told)).toEqual([]);
  });

  test('of a style sheet stands in app', () => {
    const sheets = imports.filter(({ specifier }) => /\.css(\?|$)/.test(specifier));
    expect(sheets.filter(({ file }) => folderOf(file) !== 'app').map(told)).toEqual([]);
  });

  test('of Node stands in a test', () => {
    const ofNode = imports.filter(
      ({ specifier, test: inTest }) => specifier.startsWith('node:') && !inTest,
    );
    expect(ofNode.map(told)).toEqual([]);
  });
});

test('no page code imports a test or its helpers', () => {
  const strays = imports.filter((one) => !one.test && one.target !== null && isTest(one.target));
  expect(strays.map(told)).toEqual([]);
});

describe('every file in src', () => {
  test('has a row in the table', () => {
    const strays = sources.filter(({ file }) => !table.some((row) => row.owns(file)));
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  test('is no barrel and exports by name', () => {
    expect(
      sources.map(({ file }) => file).filter((file) => /(^|\/)index\.tsx?$/.test(file)),
    ).toEqual([]);
    expect(sources.filter((source) => source.hasDefaultExport).map(({ file }) => file)).toEqual([]);
    expect(sources.filter((source) => source.reexportsAll).map(({ file }) => file)).toEqual([]);
  });

  test('is short', () => {
    const code = filesOf(['src', 'tests', 'tools', 'scripts', 'hosting'])
      .filter((file) => /\.(tsx?|mjs)$/.test(file))
      .map((file) => ({ file, lines: readText(file).trimEnd().split('\n').length }));
    expect(code.filter(({ lines }) => lines > 250)).toEqual([]);
    const lengths = code.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });
});

test('no file names a path outside the checkout', () => {
  // Written so that this file does not match itself.
  const outside = [/\/work\//, /\.\.\/shared/, /[.]library/];
  const strays = filesOf(['.']).filter((file) => {
    const text = readText(file);
    return outside.some((place) => place.test(text));
  });
  expect(strays).toEqual([]);
});

function isHook(file: string): boolean {
  return /(^|\/)use-[^/]+\.ts$/.test(file);
}

function told({ file, specifier }: { file: string; specifier: string }): string {
  return `${file} imports ${specifier}`;
}
