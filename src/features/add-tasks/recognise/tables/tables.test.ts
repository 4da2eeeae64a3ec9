import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import { recognise } from '~/features/add-tasks/recognise';

const maybes = (text: string): string[] =>
  analyse(text).segments.flatMap(({ kind, value }) => (kind === 'maybe' ? value : []));
const labelled = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    analyse(text).segments.flatMap(({ kind, value, label }) =>
      kind === 'id' ? [[value, label]] : [],
    ),
  );

describe('tables', () => {
  it('reads cells in quotes, with commas in them', () => {
    const text = 'name,task id,url\n"Fly, over",job-7,https://x.test/a.png\nLeopard,8748274837,';
    expect(labelled(text)).toEqual({ 'job-7': 'Fly, over', '8748274837': 'Leopard' });
    expect(recognise(text).addresses).toEqual([]);
  });

  it('reads a table in Chinese, and one with bars', () => {
    expect(labelled('片名\t任务ID\t状态\n海港\tabc-123\t排队\n雪豹\tqqq_7\t完成')).toEqual({
      'abc-123': '海港',
      qqq_7: '雪豹',
    });
    expect(
      labelled('| Task | ID |\n|---|---|\n| Harbour | task_abc123 |\n| Fox | job-9 |'),
    ).toEqual({ task_abc123: 'Harbour', 'job-9': 'Fox' });
  });

  it('prefers the column of task ids to that of row numbers', () => {
    expect(recognise('id,task_id,name\n1,job-1,Fox\n2,job-2,Owl').ids).toEqual(['job-1', 'job-2']);
  });

  it('takes the names from their column, and offers no other cell', () => {
    const text =
      'Shot\tModel\tTask ID\tUser\nSC01_SH010\tdoubao-seedance-1-0-pro\tvideo_68f1a2\tu-77x\nSC01_SH020\tkling-v2-1\t8748274837\tu-78x';
    expect(labelled(text)).toEqual({ video_68f1a2: 'SC01_SH010', '8748274837': 'SC01_SH020' });
    expect(maybes(text)).toEqual([]);
  });

  it.each([
    ['Task ID\nharbour\nleopard', ['harbour', 'leopard']],
    ['"task_id"\r\n"harbour"\r\n"leopard"\r\n', ['harbour', 'leopard']],
    ['task ids: taskabc, taskdef', ['taskabc', 'taskdef']],
    ['Here are the video ids:\ntaskabc, taskdef\nsee you on Friday', ['taskabc', 'taskdef']],
    ['以下是任务ID：\ntaskabc、taskdef', ['taskabc', 'taskdef']],
    ['Job IDs:\n1. e401-a\n2. taskabc', ['e401-a']],
  ])('reads a list under a line that says ids: %s', (text, ids) => {
    expect(recognise(text).ids).toEqual(ids);
  });

  it('offers words of such a list that may be something else', () => {
    expect(maybes('Job IDs:\n1. e401-a\n2. taskabc')).toEqual(['taskabc']);
    expect(maybes('Task ID\nabc')).toEqual(['abc']);
    expect(maybes('ID\nName\nStatus\nvideo_1\nHarbour\nqueued')).toEqual(['Harbour']);
    const prose = 'I lost the ids, sorry\nids: none yet, ask Maya\nvideo id: pending';
    expect([...recognise(prose).ids, ...maybes(prose)]).toEqual([]);
  });

  it('reads a single column under its head', () => {
    expect(recognise('task_id\r\nabc-1\r\nabc-2\r\n').ids).toEqual(['abc-1', 'abc-2']);
  });
});
