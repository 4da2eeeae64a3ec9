// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { refKey } from '~/core/answer';

import { BASE, done, missing, noRoute, running, start } from './test-engine';

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

  it('finds the path of a service that answers elsewhere, once for all its tasks', async () => {
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

  it('tries the other paths also where a router says no more than “Not Found”', async () => {
    const { clock, add, answer } = await start((_, __, path) =>
      path === '/v1/video/query' ? running : { status: 404, body: { detail: 'Not Found' } },
    );
    await add(['video_1']);
    await clock.advance(5000);
    expect(answer('video_1').task?.state).toBe('running');
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

  it('tells once of every look-up', async () => {
    let progress = 0;
    const { engine, clock, add, asked } = await start(() => ({
      body: { ...running.body, progress: ++progress },
    }));
    let told = 0;
    engine.answers.subscribe(() => void (told += 1));
    await add(['video_1']);
    await clock.advance(60_000);
    expect(told).toBe(asked.length);
  });
});
