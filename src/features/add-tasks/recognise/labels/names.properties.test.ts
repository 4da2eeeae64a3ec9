import { describe, expect, it } from 'vitest';

import { array, assert, constantFrom, property, runs, tuple } from '~test/properties';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import {
  COLUMN_ROLES,
  type Analysis,
  type ColumnRole,
} from '~/features/add-tasks/recognise/analysis';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const IDS = ['task_01kcra8qrhb5dwgktwds04jba0', 'video_abc123', '806521449187344420', 'job-7'];
const WORDS = [
  'SH010',
  'Lighthouse',
  'take 1',
  '镜头1',
  '雪豹',
  'Task ID',
  'Shot',
  'Client',
  'API Key',
  '备注',
  'name',
  'shot',
  'id',
  'client',
  'https://a.test/v1',
  '4.42E+17',
  'password hunter22',
];
const MARKS = [
  '\n',
  '\n\n',
  '\n  ',
  '\t',
  '\t\t',
  ' | ',
  '|---|---|\n',
  ',',
  ';',
  '"',
  '""',
  ': ',
  '：',
  ' - ',
  '## ',
  '**',
  '【',
  '】',
  '(',
  ')',
  '{"',
  '":"',
  '","',
  '"}',
  '[',
  ']',
  '- ',
  ' ',
];
const texts = array(constantFrom(...IDS, ...WORDS, ...MARKS, ...MARKS, KEY), { maxLength: 60 }).map(
  (parts) => parts.join(''),
);
const roles = array(
  tuple(constantFrom('Task ID', 'Shot', 'Client', '备注', '2'), constantFrom(...COLUMN_ROLES)),
).map((pairs): ReadonlyMap<string, ColumnRole> => new Map(pairs));

/** Everything that is shown or stored about a task, apart from its id. */
const said = ({ segments }: Analysis): string[] =>
  segments.flatMap(({ label, shot, columns }) => [
    label ?? '',
    shot ?? '',
    ...Object.values(columns),
  ]);

describe('names in any text', () => {
  it('leave no gap, and stand where they say', () => {
    assert(
      property(texts, roles, (text, columns) => {
        const { segments, tables } = analyse(text, { columns });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        let at = 0;
        for (const { start, end, kind, text: words } of segments) {
          expect(start).toBe(at);
          expect(text.slice(start, end)).toBe(words);
          expect(kind === 'name' && words.trim() !== words).toBe(false);
          at = end;
        }
        for (const { head, roles: held, rows, start, end } of tables) {
          expect(held).toHaveLength(head.length);
          for (const row of rows) expect(row.start >= start && row.end <= end).toBe(true);
        }
      }),
      runs(600),
    );
  });

  it('never hold a key, nor show one that was hidden', () => {
    assert(
      property(texts, roles, (text, columns) => {
        for (const read of [analyse(text), analyse(text, { columns })]) {
          const keys = read.segments.filter(({ kind }) => kind === 'key' || kind === 'doubt');
          for (const words of said(read)) {
            for (const { value } of keys) expect(words).not.toContain(value);
          }
        }
        const hidden = analyse(text).segments.filter(
          ({ kind, value }) => kind === 'key' && value === KEY,
        );
        const after = analyse(text, { columns }).segments.filter(({ value }) => value === KEY);
        expect(after.filter(({ kind }) => kind === 'key').length).toBeGreaterThanOrEqual(
          hidden.length,
        );
      }),
      runs(600),
    );
  });

  it('are words of the text', () => {
    assert(
      property(texts, (text) => {
        const plain = text.replaceAll('""', '"');
        for (const { label, shot } of analyse(text).segments) {
          for (const name of [label ?? '', shot ?? '']) {
            expect(text.includes(name) || plain.includes(name)).toBe(true);
          }
        }
      }),
      runs(600),
    );
  });
});

describe('names in long texts', () => {
  const hash = (index: number): string => (index * 7919 + 1e9).toString(16);

  it.each([
    ['quotes that stay open', `Task ID,Name\n${'"a,\n'.repeat(50_000)}`],
    ['one line of open quotes', `Task ID,Name\n${'"a,'.repeat(60_000)}`],
    ['headings', '## Lighthouse\n'.repeat(14_000)],
    ['brackets', '【'.repeat(200_000)],
    ['bullets', `${'- '.repeat(90)}\n`.repeat(1100)],
    ['open objects', '{"a":"'.repeat(33_000)],
    ['open lists', '"SH010":["a'.repeat(18_000)],
    ['many tables', 'Task ID\tName\na-1\tb\n'.repeat(10_000)],
    ['takes', Array.from({ length: 10_000 }, (_, n) => `take ${n}: task_${hash(n)}x7`).join('\n')],
    ['one row of tasks', Array.from({ length: 10_000 }, (_, n) => `task_${hash(n)}x7`).join(', ')],
    [
      'records',
      Array.from({ length: 5000 }, (_, n) => `- name: Fox ${n}\n  id: task_${hash(n)}x7`).join(
        '\n',
      ),
    ],
  ])('take time in proportion: %s', (_, text) => {
    // What takes the square of the length takes minutes here, which no test is given.
    expect(analyse(text).segments.at(-1)?.end).toBe(text.length);
  });
});
