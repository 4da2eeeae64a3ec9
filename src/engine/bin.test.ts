// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';

import { refKey } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { emptyBin, readBin, takeOut, throwAway } from './bin';
import { BASE, done, start } from './test-engine';

const DAY = 86_400_000;

it('a removed card comes back from the bin as it was, also in a later visit', async () => {
  const { engine, clock, add, answer, rows } = await start(() => done);
  await add(['video_1', 'video_2']);
  await clock.advance(10_000);
  const key = refKey({ base: BASE, taskId: 'video_1' });
  engine.edit([key], { note: 'Too dark', tags: ['sea'] });
  const before = engine.tracked.getState().tasks.get(key);
  engine.remove([key]);
  await expect.poll(async () => (await readBin(clock.now())).length).toBe(1);
  const [removed] = await readBin(clock.now());
  if (!removed) throw new Error('The bin is empty.');
  await engine.restore([removed]);
  expect(engine.tracked.getState().tasks.get(key)).toEqual(before);
  expect(answer('video_1').task?.state).toBe('completed');
  expect(await readBin(clock.now())).toEqual([]);
  await expect.poll(async () => (await rows.load()).tracked.length).toBe(2);
});

it('what is undone leaves the bin', async () => {
  const { engine, clock, add } = await start(() => done);
  await add(['video_1']);
  const undo = engine.remove([refKey({ base: BASE, taskId: 'video_1' })]);
  await expect.poll(async () => (await readBin(clock.now())).length).toBe(1);
  undo();
  await expect.poll(async () => (await readBin(clock.now())).length).toBe(0);
});

it('a card lies there for thirty days and not longer, the last removed first', async () => {
  const [one, two] = [aTracked({ taskId: 'one' }), aTracked({ taskId: 'two' })];
  await throwAway([one], [[refKey(one), anAnswer({ state: 'failed' })]], NOW);
  await throwAway([two], [], NOW + DAY);
  const ids = async (now: number) => (await readBin(now)).map(({ task }) => task.taskId);
  expect(await ids(NOW + 30 * DAY)).toEqual(['two', 'one']);
  expect(await ids(NOW + 30 * DAY + 1)).toEqual(['two']);
  // It is gone for good.
  expect(await ids(NOW)).toEqual(['two']);
  await takeOut([refKey(two)]);
  expect(await ids(NOW)).toEqual([]);
});

it('what was removed at once lies there in the order of the board', async () => {
  const ids = ['video_10', 'video_9', 'video_1'];
  const tasks = ids.map((taskId, at) => aTracked({ taskId, addedAt: NOW + at }));
  await throwAway(tasks.toReversed(), [], NOW);
  expect((await readBin(NOW)).map(({ task }) => task.taskId)).toEqual(ids);
  await emptyBin();
});

it('no card of the sample lies in the bin, and it can be emptied', async () => {
  await throwAway([aTracked({ base: SAMPLE_BASE }), aTracked({ taskId: 'own' })], [], NOW);
  expect((await readBin(NOW)).map(({ task }) => task.taskId)).toEqual(['own']);
  await emptyBin();
  expect(await readBin(NOW)).toEqual([]);
});
