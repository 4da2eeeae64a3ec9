import { describe, expect, test } from 'vitest';

import { PASTED_LIMITS } from '~/core/tracked';

import { parseCsv } from './csv';
import { recordsIn } from './json-records';
import { MAX_ROWS, readFeed, type FeedReading, type FeedRow } from './read-feed';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';

function read(text: string, contentType = ''): Exclude<FeedReading, { problem: unknown }> {
  const reading = readFeed(text, contentType);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading;
}
const rows = (text: string, contentType = ''): FeedRow[] => read(text, contentType).rows;
const row = (taskId: string, more: Partial<FeedRow> = {}): FeedRow => ({
  taskId,
  label: null,
  shot: null,
  columns: {},
  ...more,
});

describe('a feed is read', () => {
  const TWO = [
    row('video_1', { label: 'Harbour', shot: '12B', columns: { Scene: 'Dawn' } }),
    row('video_2', { label: 'Fox' }),
  ];

  test.each([
    ['a CSV', 'id,name,shot,Scene\nvideo_1,Harbour,12B,Dawn\nvideo_2,Fox,,\n'],
    ['semicolons', 'id;name;shot;Scene\r\nvideo_1;Harbour;12B;Dawn\r\nvideo_2;Fox;;\r\n'],
    ['tabs', 'ID\tName\tShot\tScene\nvideo_1\tHarbour\t12B\tDawn\nvideo_2\tFox\n'],
    [
      'a byte order mark',
      '\uFEFFtask_id,title,shot no,Scene\nvideo_1,Harbour,12B,Dawn\nvideo_2,Fox\n',
    ],
    [
      'quotation marks',
      '"id","name","shot","Scene"\n"video_1","Harbour","12B","Dawn"\n"video_2","Fox"\n',
    ],
    ['Chinese headings', '任务ID,名称,镜头,Scene\nvideo_1,Harbour,12B,Dawn\nvideo_2,Fox\n'],
    [
      'a JSON array',
      '[{"id":"video_1","name":"Harbour","shot":"12B","Scene":"Dawn"},{"id":"video_2","name":"Fox","shot":null}]',
    ],
    [
      'JSON in an envelope',
      '{"ok":true,"data":{"total":2,"items":[{"id":"video_1","name":"Harbour","shot":"12B","Scene":"Dawn"},{"id":"video_2","name":"Fox"}]}}',
    ],
    [
      'JSON lines',
      '{"id":"video_1","name":"Harbour","shot":"12B","Scene":"Dawn"}\n{"id":"video_2","name":"Fox"}\n',
    ],
  ])('from %s', (_, text) => {
    expect(rows(text)).toEqual(TWO);
  });

  test('with cells that hold what stands between cells, line ends and quotation marks', () => {
    expect(rows('id,name\nvideo_1,"A ""fox"", running\nfast"\n')).toEqual([
      row('video_1', { label: 'A "fox", running\nfast' }),
    ]);
  });

  test('by the surest column of ids', () => {
    expect(rows('id,task_id\n1,video_1\n2,video_2\n').map(({ taskId }) => taskId)).toEqual([
      'video_1',
      'video_2',
    ]);
  });

  test('with the last word about a task that is named twice', () => {
    expect(rows('{"id":"a1","name":"x"}\n{"id":"b1"}\n{"id":"a1","name":"y"}\n')).toEqual([
      row('a1', { label: 'y' }),
      row('b1'),
    ]);
  });

  test('though nothing is in it yet', () => {
    for (const text of ['', ' \n', '[]', '{"items":[]}', 'id,name\n', 'id,name'])
      expect(rows(text)).toEqual([]);
  });

  test('but for a last line that may be half written', () => {
    expect(read('id,name\nvideo_1,A\nvideo_2')).toEqual({
      rows: [row('video_1', { label: 'A' })],
      open: row('video_2'),
      isPart: false,
    });
    expect(rows('{"id":"a1"}\n{"id":"b1"}\n{"id":"c')).toEqual([row('a1'), row('b1')]);
  });
});

describe('a feed that is none says why', () => {
  test.each([
    ['<!doctype html><title>Sign in</title>', 'text/html', 'html'],
    ['Sign in, please', 'text/html; charset=utf-8', 'html'],
    ['<rss/>', 'application/xml', 'html'],
    ['[{"id":"video_1"},{"id":"vi', 'application/json', 'half'],
    ['{"items":[{"id":"video_1"', 'application/json', 'half'],
    ['{id: video_1}', 'application/json', 'unreadable'],
    ['PK\u0003\u0004\0\0', 'text/csv', 'unreadable'],
    ['name,shot\nHarbour,12\n', 'text/csv', 'no-ids'],
    ['[{"name":"Harbour"}]', 'application/json', 'no-ids'],
    ['hello there', 'text/plain', 'no-ids'],
  ])('%j', (text, contentType, problem) => {
    expect(readFeed(text, contentType)).toEqual({ problem });
  });
});

describe('a hostile feed', () => {
  test('brings no key: not as an id, a name, a heading or a cell', () => {
    const text = JSON.stringify([
      { id: KEY },
      {
        id: 'video_1',
        name: `Fox ${KEY}`,
        api_key: 'abc',
        Authorization: 'x',
        'API Key': 'y',
        token: 'z',
      },
      { id: 'video_2', note: `Authorization: Bearer ${KEY}`, [KEY]: 'heading', 密钥: 'q' },
    ]);
    const found = rows(text);
    expect(found.map(({ taskId }) => taskId)).toEqual(['video_1', 'video_2']);
    expect(JSON.stringify(found)).not.toContain('Vb3kQ7mPz2');
    expect(found[0]).toEqual(row('video_1', { label: 'Fox sk-…' }));
  });

  test('names no address in place of an id', () => {
    const ids = [
      'https://evil.test/v1',
      '..',
      '../../etc',
      'operations/../video_1',
      '.',
      'a b',
      'a\u0000b',
      'x'.repeat(201),
      '',
      '\u202Ea',
    ];
    expect(rows(JSON.stringify(ids.map((id) => ({ id, name: 'x' }))))).toEqual([]);
  });

  test('says words, not markup or members of objects', () => {
    const text =
      '[{"id":"a1","__proto__":"x","constructor":"y","service":"https://evil.test","n":{"a":1}}]';
    const [found] = rows(text);
    expect(found?.columns['constructor']).toBe('y');
    expect(Object.getPrototypeOf(found?.columns)).toBe(Object.prototype);
  });

  test('is read so far: the last rows, for a feed is appended to', () => {
    const ids = (reading: { rows: FeedRow[] }) => reading.rows.map(({ taskId }) => taskId);
    const many = Array.from({ length: MAX_ROWS + 500 }, (_, n) => `video_${n}`);
    const last = many.slice(-MAX_ROWS);
    for (const text of [
      `id,name\n${many.map((id) => `${id},x\n`).join('')}`,
      JSON.stringify(many.map((id) => ({ id }))),
      many.map((id) => `{"id":"${id}"}\n`).join(''),
    ]) {
      const reading = read(text);
      expect(ids(reading)).toEqual(last);
      expect(reading.isPart).toBe(true);
    }
    expect(read(`id\n${last.join('\n')}\n`).isPart).toBe(false);
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`c${n}`, 'x']));
    const [found] = rows(JSON.stringify([{ id: 'a1', ...wide }]));
    expect(Object.keys(found?.columns ?? {})).toHaveLength(PASTED_LIMITS.columns);
  });

  test('of millions of rows is not built before it is bounded', () => {
    const most = 20_000;
    for (const text of [`id\n${'a\n'.repeat(most * 5)}b1\n`, `[${'1,'.repeat(most * 5)}"b1"]`]) {
      const reading = read(text);
      expect(reading.rows.at(-1)?.taskId).toBe('b1');
      expect(reading.isPart).toBe(true);
    }
    const lines = recordsIn(`${'{"id":"a"}\n'.repeat(most * 5)}{"id":"b1"}\n`);
    expect(lines).toMatchObject({ isPart: true });
    expect('records' in lines && lines.records).toHaveLength(most);
    expect(parseCsv(`id\n${'a\n'.repeat(most * 5)}`, ',').lines).toHaveLength(most + 1);
  });
});
