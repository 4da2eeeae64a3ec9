// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { missing, start } from '~/engine/test-engine';

const SECOND = 1000;
const MONDAY = Date.UTC(2026, 0, 5, 9);
const ids = Array.from({ length: 500 }, (_, index) => `video_${String(index).padStart(3, '0')}`);

type Said = { id: string; status: string; progress: number; video_url?: string };

/** How far each task is. Each ends when it is told to. */
function tasksOf(all: readonly string[]) {
  const ended = new Set<string>();
  const told = (id: string): Said =>
    ended.has(id)
      ? { id, status: 'completed', progress: 100 }
      : { id, status: 'in_progress', progress: 40 };
  const whole = (id: string): { body: object } => ({
    body: { ...told(id), ...(ended.has(id) ? { video_url: `https://a.test/${id}.mp4` } : {}) },
  });
  /** OpenAI's: a cursor. */
  const byCursor = (query: URLSearchParams) => {
    const from = all.indexOf(query.get('after') ?? '') + 1;
    const data = all.slice(from, from + Number(query.get('limit'))).map(told);
    return { body: { object: 'list', data, has_more: from + data.length < all.length } };
  };
  /** new-api's: pages, and ids and numbers of its own. */
  const byPage = (query: URLSearchParams) => {
    const page = Number(query.get('p') ?? 1);
    const items = all.slice((page - 1) * 50, page * 50).map((task_id) => {
      const { status, progress } = told(task_id);
      const word = status === 'completed' ? 'SUCCESS' : 'IN_PROGRESS';
      return { id: 7, task_id, status: word, progress: `${progress}%` };
    });
    return { body: { success: true, data: { page, page_size: 50, total: all.length, items } } };
  };
  return { ended, whole, byCursor, byPage };
}

const isList = (id: string): boolean => id === 'videos';
const singles = (asked: readonly { id: string }[]): number =>
  asked.filter(({ id }) => !isList(id)).length;

describe.each(['byCursor', 'byPage'] as const)('a service that lists (%s)', (how) => {
  it('is asked once for 500 tasks, and their ends are seen within 5 s on average', async () => {
    const { ended, whole, ...list } = tasksOf(ids);
    const { clock, add, answer, asked } = await start(
      (id, _key, _url, query) => (isList(id) ? list[how](query) : whole(id)),
      undefined,
      MONDAY,
    );
    await add(ids);
    await clock.advance(8 * SECOND);
    // Pages of a list are read in the machine's own time, which may be later than the clock's.
    const known = () => ids.filter((id) => answer(id).task?.progress === 40).length;
    while (known() < ids.length && clock.now() < MONDAY + 60 * SECOND) await clock.advance(250);
    expect(known()).toBe(ids.length);

    const before = asked.length;
    const at = clock.now();
    const ending = ids.filter((_, index) => index % 50 === 0);
    for (const id of ending) ended.add(id);
    const seenAfter = new Map<string, number>();
    while (seenAfter.size < ending.length && clock.now() < at + 20 * SECOND) {
      await clock.advance(250);
      for (const id of ending)
        if (answer(id).task?.video && !seenAfter.has(id)) seenAfter.set(id, clock.now() - at);
    }
    const late = ending.map((id) => seenAfter.get(id) ?? Infinity);
    expect(late.reduce((sum, one) => sum + one, 0) / late.length).toBeLessThan(5 * SECOND);
    const seconds = (clock.now() - at) / SECOND;
    expect((asked.length - before) / seconds).toBeLessThan(4.5);
  });
});

describe('tasks that a list leaves out', () => {
  it('are looked up one by one, and never taken as gone', async () => {
    const { whole, byCursor } = tasksOf(ids.slice(0, 20));
    const { clock, add, answer } = await start((id, _key, _url, query) =>
      isList(id) ? byCursor(query) : whole(id),
    );
    await add(ids.slice(0, 30));
    await clock.advance(30 * SECOND);
    for (const id of ids.slice(0, 30))
      expect(answer(id)).toMatchObject({ problem: null, task: { state: 'running' } });
  });
});

describe('a service without a list', () => {
  it.each([
    ['answers 404', () => missing],
    ['gives one task', () => ({ body: { id: 'video_x', status: 'completed' } })],
    [
      'gives others’ tasks',
      () => ({ body: { object: 'list', data: [{ id: 'a', status: 'failed' }] } }),
    ],
    ['gives no states', () => ({ body: { object: 'list', data: ids.map((id) => ({ id })) } })],
    ['gives a page', () => ({ body: { html: '<p>hello' } })],
  ])('is asked for it once in ten minutes, and for each task as before: it %s', async (_, list) => {
    const { whole } = tasksOf([]);
    const { clock, add, asked, answer } = await start((id) => (isList(id) ? list() : whole(id)));
    await add(ids.slice(0, 22));
    await clock.advance(40 * SECOND);
    expect(asked.filter(({ id }) => isList(id))).toHaveLength(1);
    expect(singles(asked)).toBeGreaterThan(40);
    for (const id of ids.slice(0, 22)) expect(answer(id).task?.state).toBe('running');
  });

  it('is not asked for it while few tasks run', async () => {
    const { whole } = tasksOf([]);
    const { clock, add, asked } = await start(whole);
    await add(ids.slice(0, 20));
    await clock.advance(30 * SECOND);
    expect(asked.filter(({ id }) => isList(id))).toEqual([]);
  });
});
