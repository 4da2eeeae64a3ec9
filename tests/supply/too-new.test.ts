import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { browserslist } from '../../package.json';
import { known, newSyntax, tooNew } from '../../scripts/too-new.mjs';

const KNOWN = known(browserslist);
const inScript = (code: string): string[] =>
  tooNew({ scripts: { 'a.js': code }, styles: {} }, KNOWN);
const inStyle = (css: string): string[] => tooNew({ scripts: {}, styles: { 'a.css': css } }, KNOWN);

describe('too new for the oldest browsers', () => {
  test('is what one of them lacks, whatever it is called on', () => {
    expect(inScript('AbortSignal.any([a, b])')).toEqual(['AbortSignal.any, firefox']);
    expect(inScript('element.checkVisibility()')).toEqual(['.checkVisibility(), safari']);
    expect(inScript('const { promise } = Promise.withResolvers()')).toEqual([
      '.withResolvers(), safari',
      'Promise.withResolvers, safari',
    ]);
    expect(inScript('new CloseWatcher()')).toEqual(['CloseWatcher, chrome']);
    expect(inStyle('@starting-style{a{top:0}}b{position-anchor:--a}')).toEqual([
      '@starting-style, firefox',
      'position-anchor, chrome',
    ]);
    expect(inStyle('a:open{color:light-dark(red,blue)}')).toEqual([
      ':open, firefox',
      'light-dark(), chrome',
    ]);
  });

  test('is nothing that all of them have, or that the page itself defines', () => {
    expect(
      inScript('list.toSorted().at(-1); URL.canParse(a); new AbortController().abort()'),
    ).toEqual([]);
    expect(inScript('const bus = { checkVisibility() {} }; bus.checkVisibility()')).toEqual([]);
    expect(inStyle('a:has(b){color:color-mix(in oklab,red,blue);text-overflow:ellipsis}')).toEqual(
      [],
    );
  });
});

test('a script for any browser has nothing in it that came after 2014', () => {
  expect(newSyntax('a.js', 'var a = { b: 1 }; try { a.b() } catch (e) {}')).toEqual([]);
  expect(newSyntax('a.js', 'const a = (b) => `${b ?? 1}`')).toEqual([
    '??',
    'ArrowFunctionExpression',
    'TemplateLiteral',
    'const',
  ]);
  expect(newSyntax('a.js', 'try {} catch {}; f({ a })')).toEqual([
    'a property without a colon',
    'catch without a name',
  ]);
});

test('the README names the oldest browsers', () => {
  const [chrome, edge, firefox, safari] = browserslist.map((one) => one.split(' ')[1]);
  expect(chrome).toBe(edge);
  const named = `Chrome and Edge ${chrome}, Firefox ${firefox} and Safari ${safari}`;
  expect(readFileSync('README.md', 'utf8')).toContain(named);
});
