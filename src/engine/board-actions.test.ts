// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { refKey } from '~/core/answer';

import { BASE, done, GOOD, missing, OTHER, running, start } from './test-engine';

describe('the board', () => {
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

  it('stores what the paste said of a task, within bounds', async () => {
    const { engine, rows } = await start(() => running);
    const batch = { id: 'b1', name: 'Friday' };
    const columns = { Client: 'Söhne', note: 'x'.repeat(5000), empty: ' ' };
    await engine.add({
      base: BASE,
      keys: [GOOD],
      keep: 'tab',
      tasks: [
        { taskId: 'video_1', label: 'take 1', shot: 'SH010', columns },
        { taskId: 'video_2', label: null },
      ],
      batch,
    });
    const { tracked, unreadable } = await rows.load();
    expect(unreadable).toBe(0);
    expect(tracked).toEqual([...engine.tracked.getState().tasks.values()]);
    expect(tracked).toMatchObject([
      { batch, shot: 'SH010', columns: { Client: 'Söhne', note: 'x'.repeat(2000) } },
      { batch, shot: null, columns: {} },
    ]);
    expect(Object.keys(tracked[0]?.columns ?? {})).toEqual(['Client', 'note']);
  });

  it('edits many cards in one event, and takes that back as one', async () => {
    const { engine, rows, add } = await start(() => running);
    await add(['video_1', 'video_2', 'video_3']);
    const keys = ['video_1', 'video_2', 'gone'].map((taskId) => refKey({ base: BASE, taskId }));
    const before = [...engine.tracked.getState().tasks.values()];
    const events: number[] = [];
    engine.on('changed', ({ tasks }) => events.push(tasks.length));
    const undo = engine.edit(keys, ({ taskId }) => ({ note: `of ${taskId}`, tags: ['social'] }));
    const after = [...engine.tracked.getState().tasks.values()];
    expect(after.map(({ note }) => note)).toEqual(['of video_1', 'of video_2', null]);
    await expect.poll(async () => (await rows.load()).tracked).toEqual(after);
    engine.edit(keys, { tags: ['social'] });
    engine.remove([keys[1] ?? '']);
    undo();
    expect(events).toEqual([2, 1]);
    expect([...engine.tracked.getState().tasks.values()]).toEqual(
      before.filter(({ taskId }) => taskId !== 'video_2'),
    );
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
});
