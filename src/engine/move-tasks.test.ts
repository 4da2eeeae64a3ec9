// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';

import { NO_ANSWER, refKey } from '~/core/answer';
import { createTestClock } from '~test/clock';
import { anAnswer, aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { createEngine } from './create-engine';
import { putConnection, putTasks } from './state';
import { BASE, GOOD, OTHER, running, start } from './test-engine';
import { testParts } from './test-parts';

const ELSEWHERE = 'https://b.test';
const keyOf = (taskId: string, base = BASE): string => refKey({ base, taskId });

describe('moving tasks to another service', () => {
  it('asks there, with a key that is stored for it and never with the old one', async () => {
    const { engine, clock, asked, add, answer, rows } = await start((_, key) =>
      key === GOOD ? running : null,
    );
    await add(['video_1', 'video_2']);
    await clock.advance(10_000);
    expect(answer('video_1').task?.progress).toBe(40);
    const before = asked.length;
    await engine.moveTasks([keyOf('video_1')], { base: ELSEWHERE, connectionId: null });
    await clock.advance(60_000);
    const moved = { base: ELSEWHERE, taskId: 'video_1' };
    expect(asked.slice(before).filter(({ id }) => id === 'video_1')).toEqual([]);
    expect(engine.answers.get(moved)).toBe(NO_ANSWER);

    await engine.add({
      base: ELSEWHERE,
      keys: [OTHER],
      keep: 'tab',
      tasks: [],
      batch: null,
    });
    await clock.advance(60_000);
    const after = asked.slice(before).filter(({ id }) => id === 'video_1');
    expect(new Set(after.map(({ key }) => key))).toEqual(new Set([OTHER]));
    const { tracked } = await rows.load();
    expect(tracked.map(refKey).toSorted()).toEqual([keyOf('video_2'), keyOf('video_1', ELSEWHERE)]);
  });

  it('leaves where it is what the service has on the board already, and says so', async () => {
    const { engine, add } = await start(() => running);
    await add(['video_1', 'video_2']);
    await engine.add({
      base: ELSEWHERE,
      keys: [OTHER],
      keep: 'tab',
      tasks: [{ taskId: 'video_1', label: 'theirs' }],
      batch: null,
    });
    const keys = [keyOf('video_1'), keyOf('video_2'), 'gone'];
    const { moved, known } = await engine.moveTasks(keys, { base: ELSEWHERE, connectionId: null });
    expect(moved).toEqual([keyOf('video_2', ELSEWHERE)]);
    expect(known).toEqual([keyOf('video_1')]);
    const { tasks } = engine.tracked.getState();
    expect(tasks.get(keyOf('video_1', ELSEWHERE))?.label).toBe('theirs');
    expect(tasks.size).toBe(3);
  });

  it('keeps what the person changed since, when it is taken back', async () => {
    const { engine, add, rows } = await start(() => running);
    await add(['video_1', 'video_2']);
    const before = engine.tracked.getState().tasks.get(keyOf('video_1'));
    const keys = [keyOf('video_1'), keyOf('video_2')];
    const { undo } = await engine.moveTasks(keys, { base: ELSEWHERE, connectionId: null });
    engine.rename(keyOf('video_1', ELSEWHERE), 'Harbour');
    engine.remove([keyOf('video_2', ELSEWHERE)]);
    expect(undo()).toEqual([keyOf('video_1')]);
    expect([...engine.tracked.getState().tasks.values()]).toEqual([
      {
        ...before,
        label: 'Harbour',
        changedAt: expect.any(Number) as number,
        saidAt: expect.any(Object) as object,
      },
    ]);
    await expect
      .poll(async () => (await rows.load()).tracked.map(refKey))
      .toEqual([keyOf('video_1')]);
  });
});

const bases = [BASE, ELSEWHERE, 'https://c.test'];
const aTask = fc
  .record({
    base: fc.constantFrom(...bases),
    taskId: fc.constantFrom('v1', 'v2', 'v3'),
    connectionId: fc.constantFrom('k1', 'k2', null),
    otherConnectionIds: fc.subarray(['k1', 'k2']),
    label: fc.option(fc.constantFrom('a', 'b')),
    progress: fc.option(fc.nat(100)),
  })
  .map(({ progress, ...change }) => ({ task: aTracked(change), progress }));
const aBoardOf = fc.uniqueArray(aTask, { selector: ({ task }) => refKey(task), maxLength: 9 });

it('taking a move back restores every task and answer exactly, wherever it went', async () => {
  await fc.assert(
    fc.asyncProperty(
      aBoardOf,
      fc.constantFrom(...bases),
      fc.constantFrom('k1', 'k2', null),
      fc.func(fc.boolean()),
      async (cards, base, connectionId, isChosen) => {
        const parts = testParts(`move-${crypto.randomUUID()}`, createTestClock());
        const { state } = parts;
        putTasks(
          state,
          cards.map(({ task }) => task),
        );
        for (const { task, progress } of cards)
          if (progress !== null) state.answers.put(task, anAnswer({ progress }));
        for (const id of ['k1', 'k2'])
          putConnection(
            state,
            { kind: 'own', id, base: BASE, hint: 'sk-…', keep: 'tab', addedAt: 0 },
            'missing',
          );
        const engine = createEngine({ ...parts, fetch: () => Promise.reject(new TypeError()) });
        onTestFinished(() => engine.stop());
        const now = () => {
          const tasks = [...engine.tracked.getState().tasks].toSorted(([a], [b]) =>
            a < b ? -1 : 1,
          );
          return tasks.map(([key, task]) => ({ key, task, answer: engine.answers.get(task) }));
        };
        const before = now();
        const keys = before.map(({ key }) => key).filter(isChosen);
        const { moved, known, undo } = await engine.moveTasks(keys, { base, connectionId });
        expect(moved.length + known.length).toBe(keys.length);
        expect(now()).toHaveLength(before.length);
        for (const key of moved)
          expect(engine.tracked.getState().tasks.get(key)).toMatchObject({
            base,
            connectionId,
            otherConnectionIds: [],
          });
        undo();
        expect(now()).toEqual(before);
        engine.stop();
      },
    ),
    fc.runs(40),
  );
});
