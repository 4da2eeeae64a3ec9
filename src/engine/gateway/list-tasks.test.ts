import { expect, it, vi } from 'vitest';

import { listTasks } from './list-tasks';

const KEY = 'sk-one-1234567890abcd';
const ask = (
  answer: () => Response | Promise<Response>,
  cursor: { after: string } | null = null,
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
