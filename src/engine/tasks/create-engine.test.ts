// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import { gateway } from '~/engine/gateway/gateway';
import { openDb } from '~/engine/storage/db';
import { createRows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import type { Engine } from './engine';
import { cachedAnswer } from './queries';
import { createState } from './state';

const BASE = 'https://a.test';
const GOOD = 'sk-good-1234567890abcd';
const OTHER = 'sk-other-1234567890abcd';

type Service = (
  id: string,
  apiKey: string,
  url: string,
) => { status?: number; body: object; retryAfter?: string };

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop();
});

let databases = 0;
async function start(service: Service) {
  const clock = createTestClock();
  const asked: { id: string; key: string; at: number; url: string }[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const key = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const url = new URL(request.url);
    const id =
      url.searchParams.get('id') ?? decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    asked.push({ id, key, at: clock.now(), url: url.pathname + url.search });
    const { status = 200, body, retryAfter } = service(id, key, url.pathname);
    return Response.json(body, {
      status,
      headers: retryAfter ? { 'retry-after': retryAfter } : {},
    });
  };
  const state = createState();
  const db = openDb(`engine-test-${++databases}`, () => {});
  const rows = createRows(db, clock.now);
  const vault = createVault(db, null);
  await vault.load([]);
  const engine = createEngine({
    state,
    vault,
    rows,
    timers: clock.timers,
    gateway,
    fetch,
    now: clock.now,
    random: () => 0.5,
    locks: null,
    epochs: null,
    remembered: { doors: [], history: null },
  });
  engines.push(engine);
  const add = (ids: string[], keys = [GOOD]): Promise<unknown> =>
    engine.add({
      base: BASE,
      keys,
      keep: 'tab',
      tasks: ids.map((taskId) => ({ taskId, label: null })),
      batch: null,
    });
  const answer = (id: string): Answer =>
    cachedAnswer(engine.queryClient, { base: BASE, taskId: id });
  const timesAsked = (id: string): number => asked.filter((one) => one.id === id).length;
  return { engine, clock, asked, add, answer, timesAsked, rows };
}

const running = { body: { status: 'in_progress', progress: 40 } };
const done = { body: { status: 'completed', video_url: 'https://a.test/v.mp4' } };
const refused = {
  status: 401,
  body: { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
};
const missing = { status: 404, body: { error: { message: 'Task not found' } } };
const noRoute = { status: 404, body: { error: { message: 'Invalid URL (GET /v1/videos/x)' } } };

describe('the engine', () => {
  it('asks a task until it is finished, and never again', async () => {
    const finishAt = 1_000_000 + 90_000;
    const { clock, add, answer, timesAsked } = await start(() =>
      clock.now() < finishAt ? running : done,
    );
    await add(['video_1']);
    await clock.advance(20_000);
    expect(answer('video_1').task?.state).toBe('running');
    await clock.advance(300_000);
    expect(answer('video_1').task).toMatchObject({ state: 'completed', video: { kind: 'link' } });
    const asked = timesAsked('video_1');
    await clock.advance(3_600_000);
    expect(timesAsked('video_1')).toBe(asked);
  });

  it('tries every key until one knows the task, and keeps the finding', async () => {
    const { engine, clock, asked, add, answer } = await start((_, key) =>
      key === OTHER ? running : missing,
    );
    await add(['video_1'], [GOOD, OTHER]);
    await clock.advance(3000);
    expect(asked.map(({ key }) => key)).toEqual([GOOD, OTHER]);
    expect(answer('video_1')).toMatchObject({ problem: null, task: { state: 'running' } });
    await clock.advance(60_000);
    expect(asked.slice(1).every(({ key }) => key === OTHER)).toBe(true);
    expect(engine.connections.getState().needKey.size).toBe(0);
  });

  it('says so when no key knows the task, after asking three times over a minute, and waits', async () => {
    const { engine, clock, add, answer, timesAsked } = await start(() => missing);
    await add(['video_1']);
    await clock.advance(3_600_000);
    expect(timesAsked('video_1')).toBe(3);
    const { problem, problemSince, askedAt, nextAt } = answer('video_1');
    expect(problem?.kind).toBe('not_found');
    expect((askedAt ?? 0) - (problemSince ?? 0)).toBeGreaterThanOrEqual(60_000);
    expect(nextAt).toBeNull();
    engine.checkNow([refKey({ base: BASE, taskId: 'video_1' })]);
    await clock.advance(1000);
    expect(timesAsked('video_1')).toBe(4);
  });

  it('pauses a refused key after a few tasks and goes on by itself with a new one', async () => {
    const { engine, clock, asked, add, answer } = await start((_, key) =>
      key === GOOD ? refused : running,
    );
    await add(Array.from({ length: 20 }, (_, index) => `video_${index}`));
    await clock.advance(600_000);
    expect(asked.length).toBeLessThanOrEqual(4);
    const [connection] = engine.connections.getState().connections.values();
    expect(engine.connections.getState().needKey.has(connection!.id)).toBe(true);
    await engine.replaceKey(connection!.id, OTHER, 'tab');
    await clock.advance(30_000);
    const states = Array.from({ length: 20 }, (_, index) => answer(`video_${index}`).task?.state);
    expect(states).toEqual(Array.from({ length: 20 }, () => 'running'));
  });

  it('lets the neighbours of a refused task go on', async () => {
    const { engine, clock, add, answer, timesAsked } = await start((id) =>
      id === 'bad' ? refused : running,
    );
    await add(['good_1', 'bad', 'good_2']);
    await clock.advance(120_000);
    expect(engine.connections.getState().needKey.size).toBe(0);
    expect(answer('bad').problem?.kind).toBe('auth');
    expect(timesAsked('good_1')).toBeGreaterThan(3);
    expect(timesAsked('good_2')).toBeGreaterThan(3);
  });

  it('pauses a rate-limited key as long as the service says, and no other key', async () => {
    let limited = true;
    const { clock, asked, add } = await start((_, key) =>
      key === GOOD && limited
        ? { status: 429, body: { error: { message: 'slow down' } }, retryAfter: '30' }
        : running,
    );
    await add(['a_1']);
    await clock.advance(1000);
    await add(['b_1'], [OTHER]);
    await clock.advance(25_000);
    expect(asked.filter(({ key }) => key === GOOD).length).toBe(1);
    expect(asked.filter(({ key }) => key === OTHER).length).toBeGreaterThanOrEqual(2);
    limited = false;
    await clock.advance(30_000);
    expect(asked.filter(({ key }) => key === GOOD).length).toBeGreaterThan(1);
  });

  it('finds the door of a service that answers elsewhere, once for all its tasks', async () => {
    const { clock, asked, add, answer } = await start((_, __, path) =>
      path === '/v1/video/query' ? running : noRoute,
    );
    await add(['video_1']);
    await clock.advance(3000);
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual([
      '/v1/videos/video_1',
      '/v1/video/query',
    ]);
    await add(['video_2']);
    await clock.advance(3000);
    expect(answer('video_2').task?.state).toBe('running');
    expect(
      asked
        .filter(({ id }) => id === 'video_2')
        .every(({ url }) => url.startsWith('/v1/video/query')),
    ).toBe(true);
  });

  it('keeps the last good state through every kind of trouble and comes back to it', async () => {
    let broken = false;
    const { clock, add, answer } = await start(() =>
      broken ? { status: 500, body: { error: 'boom' } } : running,
    );
    await add(['video_1']);
    await clock.advance(10_000);
    broken = true;
    await clock.advance(1_800_000);
    expect(answer('video_1')).toMatchObject({
      problem: { kind: 'server' },
      task: { state: 'running', progress: 40 },
    });
    expect((answer('video_1').nextAt ?? 0) - clock.now()).toBeLessThanOrEqual(140_000);
    broken = false;
    await clock.advance(200_000);
    expect(answer('video_1').problem).toBeNull();
  });

  it('brings a removed card back as it was, and asks nothing meanwhile', async () => {
    const { engine, clock, add, answer, timesAsked } = await start(() => running);
    await add(['video_1', 'video_2']);
    await clock.advance(10_000);
    const key = refKey({ base: BASE, taskId: 'video_1' });
    const undo = engine.remove([key]);
    const asked = timesAsked('video_1');
    await clock.advance(9000);
    expect(timesAsked('video_1')).toBe(asked);
    undo();
    expect(engine.tracked.getState().tasks.has(key)).toBe(true);
    expect(answer('video_1').task?.progress).toBe(40);
    await clock.advance(60_000);
    expect(timesAsked('video_1')).toBeGreaterThan(asked);
  });

  it('brings a finished card back whole, however late: its service may have forgotten it', async () => {
    let forgotten = false;
    const { engine, clock, add, answer } = await start(() => (forgotten ? missing : done));
    await add(['video_1']);
    await clock.advance(10_000);
    const undo = engine.remove([refKey({ base: BASE, taskId: 'video_1' })]);
    forgotten = true;
    await clock.advance(60_000);
    undo();
    await clock.advance(60_000);
    expect(answer('video_1')).toMatchObject({ problem: null, task: { state: 'completed' } });
  });

  it('asks again for a task that is added again right after it was removed', async () => {
    const { engine, clock, add, answer } = await start(() => done);
    await add(['video_1']);
    await clock.advance(10_000);
    const undo = engine.remove([refKey({ base: BASE, taskId: 'video_1' })]);
    await add(['video_1']);
    await clock.advance(60_000);
    expect(answer('video_1').task?.state).toBe('completed');
    const { tasks } = engine.tracked.getState();
    undo();
    expect(engine.tracked.getState().tasks).toEqual(tasks);
  });

  it('leaves what the person did while a look-up was under way', async () => {
    let deliver = (): void => {};
    const key = refKey({ base: BASE, taskId: 'video_1' });
    const { engine, clock, add } = await start((_, apiKey) => {
      if (apiKey !== OTHER) return missing;
      deliver();
      return running;
    });
    deliver = () => engine.rename(key, 'Harbour');
    await add(['video_1'], [GOOD, OTHER]);
    await clock.advance(3000);
    const other = [...engine.connections.getState().connections.values()].at(-1);
    expect(engine.tracked.getState().tasks.get(key)).toMatchObject({
      label: 'Harbour',
      connectionId: other?.id,
    });
  });

  it('asks at once with a new key where the old one was told to wait', async () => {
    const { engine, clock, asked, add } = await start((_, key) =>
      key === GOOD
        ? { status: 429, body: { error: { message: 'slow down' } }, retryAfter: '3600' }
        : running,
    );
    await add(['video_1']);
    await clock.advance(5000);
    await add(['video_2']);
    await clock.advance(60_000);
    expect(asked).toHaveLength(1);
    const [connection] = engine.connections.getState().connections.values();
    await engine.replaceKey(connection!.id, OTHER, 'tab');
    engine.checkNow([refKey({ base: BASE, taskId: 'video_1' })]);
    await clock.advance(5000);
    expect(asked.at(-1)?.key).toBe(OTHER);
  });

  it('has one connection for a key that is added twice at the same moment', async () => {
    const { engine, add } = await start(() => running);
    await Promise.all([add(['video_1']), add(['video_2'])]);
    expect(engine.connections.getState().connections.size).toBe(1);
  });

  it('tries the other paths also where a router says no more than “Not Found”', async () => {
    const { clock, add, answer } = await start((_, __, path) =>
      path === '/v1/video/query' ? running : { status: 404, body: { detail: 'Not Found' } },
    );
    await add(['video_1']);
    await clock.advance(5000);
    expect(answer('video_1').task?.state).toBe('running');
  });

  it('plays with any key of the service where the task’s own is gone', async () => {
    const { engine, clock, add } = await start(() => done);
    await add(['video_1']);
    await clock.advance(5000);
    const [own] = engine.connections.getState().connections.keys();
    const ref = { base: BASE, taskId: 'video_1' };
    await engine.forgetKey(own!);
    expect(engine.clips.hasKey(ref)).toBe(false);
    await add(['video_2'], [OTHER]);
    expect(engine.clips.hasKey(ref)).toBe(true);
  });

  it('asks nothing while it is paused and goes on when the pause ends', async () => {
    const { engine, clock, asked, add } = await start(() => running);
    await add(['video_1']);
    await clock.advance(10_000);
    engine.setPaused(true);
    const before = asked.length;
    await clock.advance(600_000);
    expect(asked.length).toBe(before);
    engine.setPaused(false);
    await clock.advance(10_000);
    expect(asked.length).toBeGreaterThan(before);
  });
});
