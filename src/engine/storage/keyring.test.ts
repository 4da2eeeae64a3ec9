// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { refKey } from '~/core/answer';

import { BASE, done, GOOD, missing, OTHER, refused, running, start } from '~/engine/test-engine';

describe('the engine', () => {
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
    expect(answer('bad').problem).toMatchObject({ kind: 'auth', about: 'task' });
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

  it('plays with any key of the service where the task’s own is gone', async () => {
    const { engine, clock, add } = await start(() => done);
    await add(['video_1']);
    await clock.advance(5000);
    const [own] = engine.connections.getState().connections.keys();
    const ref = { base: BASE, taskId: 'video_1' };
    await engine.forgetKey(own!);
    expect(engine.videos.hasKey(ref)).toBe(false);
    await add(['video_2'], [OTHER]);
    expect(engine.videos.hasKey(ref)).toBe(true);
  });
});
