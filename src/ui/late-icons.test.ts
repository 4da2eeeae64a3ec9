import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => ({ name, text: readFileSync(path.join('src', name), 'utf8') }));

test('whatever draws a late icon brings it along', () => {
  const table = sources.find(({ name }) => name.endsWith('late-icons.ts'))?.text ?? '';
  const late = [...table.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => name);
  expect(late.length).toBeGreaterThan(10);
  const draws = new RegExp(`\\b(?:icon|name)(?:=|: |=\\{.*[?:] )['"](?:${late.join('|')})['"]`);
  const without = sources
    .filter(({ name, text }) => !name.startsWith(path.join('ui', 'late')) && draws.test(text))
    .filter(({ text }) => !text.includes("late-icons';"));
  expect(without.map(({ name }) => name)).toEqual([]);
});
