import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';

const [A, B] = ['task_01kcra8qrhb5dwgktwds04jba0', 'task_01k8wpw2e17k8cxa6pvtdb1yjk'] as const;
const tasks = (text: string): unknown[][] =>
  analyse(text).segments.flatMap(({ kind, shot, label, columns }) =>
    kind === 'id' ? [[shot, label, columns]] : [],
  );

describe('fields beside an id', () => {
  it.each([
    [
      'JSON',
      `[{"name":"Dawn","id":"${A}","client":"Lumen","seed":42,"shot":"SH010"},{"name":"Fox","id":"${B}","client":"Atlas","seed":43,"shot":"SH020"}]`,
    ],
    [
      'JSON lines',
      `{"title":"Dawn","id":"${A}","client":"Lumen","seed":42,"shot":"SH010"}\n{"title":"Fox","id":"${B}","client":"Atlas","seed":43,"shot":"SH020"}`,
    ],
    [
      'YAML',
      `tasks:\n  - name: Dawn\n    id: ${A}\n    client: Lumen\n    seed: 42\n    shot: SH010\n  - name: Fox\n    id: ${B}\n    client: Atlas\n    seed: 43\n    shot: SH020`,
    ],
    [
      'YAML in braces',
      `- {name: Dawn, id: ${A}, client: Lumen, seed: 42, shot: SH010}\n- {name: Fox, id: ${B}, client: Atlas, seed: 43, shot: SH020}`,
    ],
    [
      'paragraphs',
      `Name: Dawn\nTask ID: ${A}\nclient: Lumen\nseed: 42\nShot: SH010\n\nName: Fox\nTask ID: ${B}\nclient: Atlas\nseed: 43\nShot: SH020`,
    ],
  ])('are kept from lists that somebody wrote: %s', (_, text) => {
    expect(tasks(text)).toEqual([
      ['SH010', 'Dawn', { client: 'Lumen', seed: '42' }],
      ['SH020', 'Fox', { client: 'Atlas', seed: '43' }],
    ]);
  });

  it('are not kept from what a service answered, nor from one object', () => {
    const answer = (id: string, title: string): string =>
      `{"id":"${id}","status":"queued","progress":4,"title":"${title}","model":"sora-2"}`;
    expect(tasks(`[${answer(A, 'Dawn')},${answer(B, 'Fox')}]`)).toEqual([
      [null, 'Dawn', {}],
      [null, 'Fox', {}],
    ]);
    expect(tasks(`{"id":"${A}","seed":4}`)).toEqual([[null, null, {}]]);
    expect(tasks(`Nora: ${A}\nMaya: ok\nTom: ${B}`).map(([, , kept]) => kept)).toEqual([{}, {}]);
  });

  it('are never keys', () => {
    const text = `[{"id":"${A}","api_key":"sk-Vb3kQ7mPz2LxWn8RtY4c9f2c","password":"hunter22","n":"a"},{"id":"${B}","n":"b"}]`;
    expect(tasks(text)).toEqual([
      [null, null, { n: 'a' }],
      [null, null, { n: 'b' }],
    ]);
  });
});
