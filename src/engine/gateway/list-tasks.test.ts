import { expect, it, vi } from 'vitest';

import { listTasks } from './list-tasks';

const KEY = 'sk-one-1234567890abcd';
const ask = (
  answer: () => Response | Promise<Response>,
  cursor: Parameters<typeof listTasks>[0]['cursor'] = null,
) => {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  const { signal } = new AbortController();
  const asked = listTasks({
    base: 'https://a.test',
    path: null,
    apiKey: KEY,
    cursor,
    fetch: fetched,
    signal,
    now: () => 0,
  });
  return { asked, fetched };
};
const list = (data: unknown): Response => Response.json({ object: 'list', data });

it('follows no redirect: it could lead to another service of a relay, with the key', async () => {
  const { asked, fetched } = ask(
    () => new Response(null, { status: 302, headers: { location: 'https://b.test/' } }),
  );
  expect(await asked).toEqual({ kind: 'none' });
  expect(fetched.mock.calls.map(([, init]) => init?.redirect)).toEqual(['manual']);
});

it('asks the same service, whatever id a list ends with', async () => {
  for (const after of ['https://evil.test/', '../../x', '&p=2#x', '@evil.test', '\u202e']) {
    const { asked, fetched } = ask(() => list([]), { after });
    await asked;
    const url = new URL(new Request(fetched.mock.calls[0]?.[0] ?? '').url);
    expect([url.origin, url.pathname]).toEqual(['https://a.test', '/v1/videos']);
    expect(url.searchParams.get('after')).toBe(after);
  }
});

it.each([
  ['null', null],
  ['a word', 'videos'],
  ['numbers', [1, 2]],
  ['nothing', []],
  ['lists', [[{ id: 'a', status: 'queued' }]]],
  ['tasks without ids', [{ status: 'queued' }]],
])('makes no task of %s', async (_, data) => {
  const { asked } = ask(() => list(data));
  const found = await asked;
  expect(found.kind === 'list' ? found.tasks : []).toEqual([]);
});

const tasks = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ id: `video_${at}`, status: 'queued' }));

it.each([
  ['an array', (items: unknown[]) => items],
  ['OpenAI', (data: unknown[]) => ({ object: 'list', data, has_more: false })],
  ['new-api', (items: unknown[]) => ({ success: true, message: '', data: { total: 0, items } })],
  ['an envelope', (data: unknown[]) => ({ code: 'success', message: '', data })],
  ['a code', (list: unknown[]) => ({ code: 200, msg: 'ok', data: { list, total: 0 } })],
  ['a table', (records: unknown[]) => ({ data: { records, size: 10, current: 1 } })],
  ['a name', (videos: unknown[]) => ({ videos })],
])('reads a list as %s has it, also where nothing has been made yet', async (_, written) => {
  const some = await ask(() => Response.json(written(tasks(2)))).asked;
  expect(some).toMatchObject({
    kind: 'list',
    tasks: [
      ['video_0', {}],
      ['video_1', {}],
    ],
  });
  const none = await ask(() => Response.json(written([]))).asked;
  expect(none).toEqual({ kind: 'list', tasks: [], next: null });
});

it.each([
  ['an error', { error: { message: 'no such route' }, data: [] }],
  ['no success', { success: false, message: 'not allowed', data: [] }],
  ['a word', { code: 'invalid_request', data: [] }],
  ['a code', { code: 10_004, msg: '无权访问', data: { list: [] } }],
  ['nothing that is called a list', { message: 'hello', links: [] }],
])('takes %s beside an empty list for no list', async (_, body) => {
  expect(await ask(() => Response.json(body)).asked).toEqual({ kind: 'none' });
});

it('ends with a last page that is shorter than the others', async () => {
  const total = 250;
  let cursor: Parameters<typeof listTasks>[0]['cursor'] = null;
  const pages: number[] = [];
  do {
    const left = total - 100 * pages.length;
    const body = { data: { total, items: tasks(Math.min(left, 100)) } };
    const found: Awaited<ReturnType<typeof listTasks>> = await ask(
      () => Response.json(body),
      cursor,
    ).asked;
    if (found.kind !== 'list') throw new Error('no list');
    pages.push(found.tasks.length);
    cursor = found.next;
  } while (cursor !== null && pages.length < 9);
  expect(pages).toEqual([100, 100, 50]);
});

it('keeps no key that a task of the list repeats', async () => {
  const { asked } = ask(() => list([{ id: 'video_1', status: 'queued', prompt: `of ${KEY}` }]));
  expect(JSON.stringify(await asked)).not.toContain(KEY);
});

it('gives up when it is too long, or breaks off', async () => {
  for (const answer of [
    () => new Response('x'.repeat(2 ** 22)),
    () => new Response('{"object":"list","data":[{"id":'),
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  ])
    expect(await ask(answer).asked).toMatchObject({ kind: 'none' });
});
