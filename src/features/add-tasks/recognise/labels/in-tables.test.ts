import { PASTED_LIMITS } from '~/core/tracked';
import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import type { ColumnRole, Table } from '~/features/add-tasks/recognise/analysis';

const [A, B, C] = [
  'task_01kcra8qrhb5dwgktwds04jba0',
  'task_01k8wpw2e17k8cxa6pvtdb1yjk',
  'task_01kdj86arkakrpq5ha16wgbcqs',
] as const;
const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const rows = (...lines: string[][]): string => lines.map((cells) => cells.join('\t')).join('\n');
const tableIn = (text: string, columns?: ReadonlyMap<string, ColumnRole>): Table | undefined =>
  analyse(text, columns && { columns }).tables[0];
const tasks = (text: string, columns?: ReadonlyMap<string, ColumnRole>): unknown[][] =>
  analyse(text, columns && { columns }).segments.flatMap(({ kind, shot, label, columns: kept }) =>
    kind === 'id' ? [[shot, label, kept]] : [],
  );

describe('a table with a heading', () => {
  const sheet = rows(
    ['id', 'shot', 'client', 'remarks', 'model'],
    [A, 'NO_0010', 'Northwind', 'for social', 'veo3.1-fast'],
    ['', 'LU_0150', 'Lumen', '', 'kling-v2-1'],
    [B, 'NO_0010', 'Northwind', '"big\ncrop, ""wide"""', ''],
    [A, 'NO_0290', 'Northwind', '', 'veo3.1-fast'],
    ['4.42019E+17', 'AT_0340', 'Atlas', '', 'kling-v2-1'],
  );

  it('says what its columns hold, and which rows have no task of their own', () => {
    const table = tableIn(sheet);
    expect(table?.head).toEqual(['id', 'shot', 'client', 'remarks', 'model']);
    expect(table?.roles).toEqual(['task', 'shot', 'client', 'note', 'keep']);
    expect(table?.rows.map(({ number, problem, sameAs }) => [number, problem, sameAs])).toEqual([
      [1, null, null],
      [2, 'no-id', null],
      [3, null, null],
      [4, 'repeated', 1],
      [5, 'shortened', null],
    ]);
    expect(table?.rows[2]?.cells).toEqual([B, 'NO_0010', 'Northwind', 'big\ncrop, "wide"', '']);
    expect(sheet.slice(table?.start, table?.end)).toBe(sheet);
  });

  it('gives the other cells to the task, under their headings', () => {
    expect(tasks(sheet).slice(0, 2)).toEqual([
      ['NO_0010', null, { client: 'Northwind', remarks: 'for social', model: 'veo3.1-fast' }],
      ['NO_0010', null, { client: 'Northwind', remarks: 'big\ncrop, "wide"' }],
    ]);
  });

  it('is read as the person says', () => {
    const columns = new Map<string, ColumnRole>([
      ['ref', 'task'],
      ['who', 'client'],
      ['misc', 'ignore'],
      ['id', 'keep'],
      ['secret word', 'key'],
    ]);
    const text = rows(
      ['id', 'ref', 'who', 'misc', 'secret word'],
      ['806521449187344420', 'harbour', 'Lumen', 'x', 'opensesame'],
      ['806521450013638714', 'fox', 'Atlas', 'y', 'opensesame'],
    );
    expect(tableIn(text, columns)?.roles).toEqual(['keep', 'task', 'client', 'ignore', 'key']);
    expect(tasks(text, columns)).toEqual([
      [null, null, { id: '806521449187344420', who: 'Lumen' }],
      [null, null, { id: '806521450013638714', who: 'Atlas' }],
    ]);
    const { segments } = analyse(text, { columns });
    expect(segments.flatMap(({ kind, value }) => (kind === 'id' ? value : []))).toEqual([
      'harbour',
      'fox',
    ]);
    expect(segments.some(({ kind, value }) => kind === 'key' && value === 'opensesame')).toBe(true);
  });

  it.each([
    ['可灵任务ID', 'task'],
    ['Sora task id (final)', 'task'],
    ['Kling ID', 'task'],
    ['任务编号（可灵）', 'task'],
    ['API Key（方舟）', 'key'],
    ['接口地址', 'address'],
    ['片名', 'name'],
    ['镜号', 'shot'],
    ['客户名称', 'client'],
    ['备注', 'note'],
    ['订单号', 'keep'],
    ['Campaign ID', 'keep'],
    ['负责人', 'keep'],
    ['序号', 'ignore'],
    ['密码', 'ignore'],
    ['Keyframe', 'keep'],
  ])('%s is a column of the kind: %s', (heading, role) => {
    const first = role === 'task' ? 'Owner' : 'Task ID';
    const table = tableIn(rows([first, heading], [A, B], [B, C]));
    expect(table?.roles[1]).toBe(role);
  });

  it.each([
    ['commas', `Shot,Task ID,Client\n"SH010 ""Dawn""",${A},"Lumen, Inc."\n`],
    ['semicolons', `Shot;Task ID;Client\n"SH010 ""Dawn""";${A};Lumen, Inc.\n`],
    [
      'bars',
      `| Shot | Task ID | Client |\n|---|:-:|---|\n| SH010 "Dawn" | \`${A}\` | Lumen, Inc. |`,
    ],
    [
      'a frame',
      `│ Shot │ Task ID │ Client │\n├───┼───┼───┤\n│ SH010 "Dawn" │ ${A} │ Lumen, Inc. │`,
    ],
  ])('may be cut by %s', (_, text) => {
    expect(tasks(text)).toEqual([['SH010 "Dawn"', 'SH010 "Dawn"', { Client: 'Lumen, Inc.' }]]);
  });

  it('takes no number of an order or a phone for a task', () => {
    const text =
      '| 镜头 | 可灵任务ID | 订单号 | 手机 |\n|---|---|---|---|\n| 海港 | 806521449187344420 | 202611190023847561 | 13912345678 |\n| 雪豹 | 806521450013638714 | 202611190023847562 | 13912345679 |';
    expect(tasks(text)).toEqual([
      ['海港', '海港', { 订单号: '202611190023847561', 手机: '13912345678' }],
      ['雪豹', '雪豹', { 订单号: '202611190023847562', 手机: '13912345679' }],
    ]);
    expect(tableIn(text)?.roles).toEqual(['shot', 'task', 'keep', 'keep']);
  });

  it('keeps nothing that may open something', () => {
    const text = rows(
      ['Task ID', 'Notes', 'API Key', '密码', 'Link', 'Client'],
      [A, `key ${KEY} for this`, KEY, 'hunter22', 'https://a.test/x?X-Amz-Signature=1', 'Lumen'],
      [B, 'password hunter22', KEY, 'hunter22', 'https://a.test/x', 'Lumen'],
    );
    expect(tasks(text)).toEqual([
      [null, null, { Client: 'Lumen' }],
      [null, null, { Link: 'https://a.test/x', Client: 'Lumen' }],
    ]);
  });

  it('cuts long cells, and drops columns beyond what is stored', () => {
    const more = Array.from({ length: 50 }, (_, index) => `c${index}`);
    const text = rows(['Task ID', 'Prompt', ...more], [A, 'word '.repeat(900), ...more]);
    const [task] = tasks(text);
    const kept = Object.entries(task?.[2] ?? {});
    expect(kept).toHaveLength(PASTED_LIMITS.columns);
    expect(String(kept[0]?.[1])).toHaveLength(2000);
  });

  it('fills in shots from merged cells, and takes sections for shots', () => {
    const merged = rows(['镜头', '任务ID'], ['SH010', A], ['', B], ['SH020', C]);
    expect(tasks(merged).map(([shot]) => shot)).toEqual(['SH010', 'SH010', 'SH020']);
    const sections = rows(['SH010 Dawn', '', ''], ['take 1', A, 'Maya'], ['take 2', B, 'Tom']);
    expect(tasks(sections).map(([shot, label]) => [shot, label])).toEqual([
      ['SH010 Dawn', 'take 1'],
      ['SH010 Dawn', 'take 2'],
    ]);
  });

  it('may have a column for each take', () => {
    const text = rows(['Shot', 'Take 1', 'Take 2'], ['SH010', A, B], ['SH020', C, '']);
    expect(tasks(text).map(([shot, label]) => [shot, label])).toEqual([
      ['SH010', 'Take 1'],
      ['SH010', 'Take 2'],
      ['SH020', 'Take 1'],
    ]);
  });

  it('may call the numbers of its rows ids, and what a video was made from', () => {
    const numbers = rows(['id', 'name', 'video'], ['1', 'Dawn', A], ['2', 'Fox', B]);
    expect(tableIn(numbers)?.roles).toEqual(['keep', 'name', 'task']);
    const remix = rows(['Remixed from video id', 'Video ID', 'Title'], [A, B, 'Fox']);
    expect(tasks(remix).map(([, label]) => label)).toEqual(['Fox']);
  });

  it('may hold keys in two halves', () => {
    const text =
      'AccessKeyId,SecretAccessKey\nAKLTNjE2ZjE0NzE2YjQ1NGI3Mjg4,T0RrM01qSXhNRFkzTnpZMk5HVTVPV0l4TkRBek16Wm==';
    const keys = analyse(text).segments.filter(({ kind }) => kind === 'key');
    expect(keys.map(({ half, scheme }) => [half, scheme])).toEqual([
      ['access', 'signed-pair'],
      ['secret', 'signed-pair'],
    ]);
  });
});

describe('a table without a heading', () => {
  it('has at least three rows of the same width, and a column of ids', () => {
    const text = rows(['dawn', A, 'wide'], ['fox', B, 'close'], ['owl', C, 'wide']);
    expect(tableIn(text)).toMatchObject({ head: ['1', '2', '3'], roles: ['name', 'task', 'keep'] });
    expect(tasks(text)[1]).toEqual([null, 'fox', { 3: 'close' }]);
    expect(tableIn(rows(['dawn', A], ['fox', B]))).toBeUndefined();
    expect(tableIn('one, two\nthree, four\nfive, six')).toBeUndefined();
  });
});
