// @vitest-environment happy-dom

import { afterEach, expect, it } from 'vitest';

import { refKey } from '~/core/answer';
import { createLookUps } from '~/engine/look-ups/look-ups';
import { anAnswer } from '~test/builders';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import type { Engine } from './engine';
import { BASE, done, GOOD } from './test-engine';
import { testParts } from './test-parts';

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop();
});

/** An engine whose look-ups' code comes when the test says so, or does not come. */
async function start(name: string) {
  const clock = createTestClock();
  const parts = testParts(`lazy-look-ups-${name}`, clock);
  await parts.vault.load([]);
  const asked: string[] = [];
  const loads: { come: () => void; fail: () => void }[] = [];
  const engine = createEngine({
    ...parts,
    limits: () => ({ rate: 2, burst: 1 }),
    loadLookUps: () =>
      new Promise((resolve, reject) => {
        loads.push({
          come: () => resolve({ createLookUps }),
          fail: () => reject(new Error('404')),
        });
      }),
    fetch: async (input, init) => {
      asked.push(new Request(input, init).url.split('/').at(-1) ?? '');
      return Response.json(done.body);
    },
  });
  engines.push(engine);
  const add = (taskId: string) =>
    engine.add({
      base: BASE,
      keys: [GOOD],
      keep: 'tab',
      tasks: [{ taskId, label: null }],
      batch: null,
    });
  const isStuck = (): boolean => engine.status.getState().stuck;
  return { engine, clock, asked, loads, add, isStuck };
}

it('is loaded with the first task, and looks up what was added meanwhile', async () => {
  const { engine, clock, asked, loads, add } = await start('added');
  await clock.advance(1000);
  expect(loads).toHaveLength(0);
  await add('one');
  await add('two');
  expect(loads).toHaveLength(1);
  engine.remove([refKey({ base: BASE, taskId: 'two' })]);
  await clock.advance(1000);
  expect(asked).toEqual([]);
  loads[0]?.come();
  await clock.advance(1000);
  expect(asked).toEqual(['one']);
});

it('does what the person asked for before it came', async () => {
  const { engine, clock, asked, loads, add } = await start('checked');
  await add('one');
  const ref = { base: BASE, taskId: 'one' };
  // Nothing but the person's wish asks about a task that has ended.
  engine.answers.put(ref, anAnswer({ state: 'completed' }));
  engine.checkNow([refKey(ref)]);
  loads[0]?.come();
  await clock.advance(1000);
  expect(asked).toEqual(['one']);
});

it('asks nothing about a task that ended before it came', async () => {
  const { engine, clock, asked, loads, add } = await start('ended');
  await add('two');
  engine.answers.put({ base: BASE, taskId: 'two' }, anAnswer({ state: 'completed' }));
  loads[0]?.come();
  await clock.advance(1000);
  expect(asked).toEqual([]);
});

it('says that it does not come, and tries again until it does', async () => {
  const { clock, asked, loads, add, isStuck } = await start('stuck');
  await add('one');
  loads[0]?.fail();
  await clock.advance(4000);
  expect([isStuck(), loads.length]).toEqual([true, 1]);
  await clock.advance(1000);
  loads[1]?.fail();
  await clock.advance(5000);
  loads[2]?.come();
  await clock.advance(1000);
  expect([isStuck(), asked]).toEqual([false, ['one']]);
});

it('knows before which key a video is asked for with, and how long a turn takes', async () => {
  const { engine, loads, add } = await start('known');
  await add('one');
  const [id = ''] = engine.connections.getState().connections.keys();
  const said = () => [engine.videos.hasKey({ base: BASE, taskId: 'one' }), engine.turnMs(id, 20)];
  expect(said()).toEqual([true, 10_000]);
  loads[0]?.come();
  await new Promise(setImmediate);
  expect(said()).toEqual([true, 10_000]);
});

it('is not started any more once the engine has stopped', async () => {
  const { engine, clock, asked, loads, add } = await start('stopped');
  await add('one');
  engine.stop();
  loads[0]?.come();
  await clock.advance(10_000);
  expect(asked).toEqual([]);
});
