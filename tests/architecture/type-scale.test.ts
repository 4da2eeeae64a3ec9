import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

import { filesOf, readText } from './walk';

/** A class's own value, `w-[3px]`, `[order:2]`, or a variant of that kind, `min-[3px]:`, `[&_a]:`. */
const BRACKET = /(?<=^|[\s:!])(?:-?[a-z][\w./%-]*-\[|\[(?=[a-z-]+:|[&@]))\S*?\](?=$|[\s:/!])/g;
/** A size of text that is none of the tokens in app.css. */
const OWN_SIZE = /(?<=^|[\s:!])text-(?:\[\.?\d\S*|xs|sm|base|lg|\d?xl)(?=$|[\s/!])/g;

const strings = filesOf(['src'])
  .filter((file) => /\.(tsx?|css)$/.test(file))
  .flatMap((file) => stringsIn(file, readText(file)).map((text) => ({ file, text })));

test('a value in brackets is counted, and nothing that only looks like one', () => {
  const found = (code: string) =>
    stringsIn('a.tsx', code).flatMap((text) => text.match(BRACKET) ?? []);
  expect(
    found(
      'const a = <p className="min-[9px]:w-[calc(1px+2px)] hover:[order:2]! [&_[data-x]]:m-1" />;',
    ),
  ).toEqual(['min-[9px]', 'w-[calc(1px+2px)]', '[order:2]', '[&_[data-x]]']);
  expect(found('const a = `h-[${"x"}] -mt-[3px] group-has-[:checked]/a:p-0`;')).toEqual([
    '-mt-[3px]',
    'group-has-[:checked]',
  ]);
  expect(found('const a = /sk-[a-z]/; const b = "p [role=\'x\'] a[1] 2024-[x]";')).toEqual([]);
});

test('classes have at most 60 values in brackets: what comes up twice is a token', () => {
  const found = strings.flatMap(({ text }) => text.match(BRACKET) ?? []);
  expect(found.slice(60)).toEqual([]);
  // Fewer would mean that nothing was read.
  expect(found.length).toBeGreaterThan(10);
});

test('every size of text is a token, in rem', () => {
  const strays = strings.flatMap(({ file, text }) =>
    (text.match(OWN_SIZE) ?? []).map((size) => `${file}: ${size}`),
  );
  expect(strays).toEqual([]);
  const sheet = readText('src/app/app.css');
  const scale = [...sheet.matchAll(/--text-[a-z]+: (.*);/g)].map(([, size = '']) => size);
  expect(scale.length).toBeGreaterThan(5);
  expect(scale.filter((size) => !size.endsWith('rem'))).toEqual([]);
  expect(sheet.match(/font(-size)?:[^;]*\dpx/g)).toBeNull();
});

/** Every string of a module, or a whole style sheet; regular expressions and comments are none. */
function stringsIn(file: string, code: string): string[] {
  if (file.endsWith('.css')) return [code];
  const found: string[] = [];
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && found.push(value)),
    TemplateElement: ({ value }) => void found.push(value.raw),
  }).visit(parseSync(file, code).program);
  return found;
}
