// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { createStore, get, set } from 'idb-keyval';
import { beforeEach, expect, it } from 'vitest';

import { refKey } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { readBin, takeOut, throwAway } from '~/engine/bin';
import { anEnded, DAY } from '~/engine/insight/test-ended';
import { forgetStored } from '~/platform/forget-stored';
import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';

import { sumsOf } from './day-sum';
import { midnightOf, monthOf } from './midnight';
import { keepPast, mergeIntoPast, readPast } from './past-store';

const done = anAnswer(
  { state: 'completed', model: 'sora-2', createdAt: NOW - 150_000, completedAt: NOW },
  {
    sightings: [
      aSighting({ at: NOW - 100_000 }),
      aSighting({ at: NOW + 1000, state: 'completed' }),
    ],
  },
);
const tracked = (taskId: string, change = {}) =>
  aTracked({ taskId, addedAt: NOW - 120_000, ...change });
const clean = async (): Promise<void> => {
  await forgetStored();
};

beforeEach(clean);

it('what has ended is known after its card is removed, each task once', async () => {
  const tasks = [tracked('a', { columns: { Client: 'North' } }), tracked('b'), tracked('c')];
  const answers = [
    [refKey(tracked('a')), done],
    [refKey(tracked('b')), anAnswer({ state: 'running' })],
  ] as [string, typeof done][];
  await throwAway(tasks, answers, NOW);
  await throwAway(tasks, answers, NOW);
  const past = await readPast();
  expect(past.tasks).toEqual([
    {
      ...anEnded({ tookMs: 150_000, columns: { Client: 'North' } }),
      mark: past.tasks[0]?.mark,
    },
  ]);
});

it('belongs to the board again when the card comes back, and stays when the bin is emptied', async () => {
  const key = refKey(tracked('a'));
  await throwAway([tracked('a')], [[key, done]], NOW);
  await throwAway([tracked('b')], [[refKey(tracked('b')), done]], NOW);
  await takeOut([key]);
  expect((await readPast()).tasks).toHaveLength(1);
  expect(await readBin(NOW + 40 * DAY)).toEqual([]);
  expect((await readPast()).tasks).toHaveLength(1);
});

it('nothing is kept of the sample board', async () => {
  const task = tracked('a', { base: SAMPLE_BASE });
  await throwAway([task], [[refKey(task), done]], NOW);
  expect((await readPast()).tasks).toEqual([]);
});

it('a column that says something else of each task is not kept', async () => {
  const tasks = Array.from({ length: 40 }, (_, n) =>
    tracked(`t${n}`, { columns: { Client: n % 2 ? 'North' : 'South', Row: `row ${n}` } }),
  );
  await throwAway(
    tasks,
    tasks.map((task) => [refKey(task), done]),
    NOW,
  );
  const { tasks: past } = await readPast();
  expect(new Set(past.map(({ columns }) => JSON.stringify(columns)))).toEqual(
    new Set(['{"Client":"North"}', '{"Client":"South"}']),
  );
});

it('two tabs that keep at once lose nothing of each other', async () => {
  const some = (count: number) => Array.from({ length: count }, () => anEnded());
  await Promise.all([
    keepPast(some(20)),
    keepPast(some(30)),
    mergeIntoPast({ tasks: some(10), sums: [], foldedTo: null }),
  ]);
  expect((await readPast()).tasks).toHaveLength(60);
});

it('only what somebody asks about is read, and never less', async () => {
  const at = [0, 5, 40, 100, 200].map((days) => NOW - days * DAY);
  await keepPast(at.map((one) => anEnded({ at: one })));
  for (const from of [NOW - 13 * DAY, NOW - 100 * DAY, -Infinity]) {
    const { tasks } = await readPast(from);
    const wanted = at.filter((one) => one >= from);
    expect(tasks.map((task) => task.at)).toEqual(expect.arrayContaining(wanted));
    expect(tasks.length).toBeLessThanOrEqual(wanted.length + 1);
  }
});

it('sums are read with their days, and left alone without them', async () => {
  const sums = sumsOf(midnightOf(NOW - 50 * DAY), [anEnded({ at: NOW - 50 * DAY })]);
  const foldedTo = midnightOf(NOW - 50 * DAY);
  await mergeIntoPast({ tasks: [anEnded()], sums, foldedTo });
  expect(await readPast(NOW - 13 * DAY)).toMatchObject({ sums: [], foldedTo });
  expect((await readPast(NOW - 89 * DAY)).sums).toEqual(sums);
  await keepPast([anEnded()]);
  expect(await readPast()).toMatchObject({ sums, tasks: { length: 2 } });
});

it('what a newer page has written stays as it is', async () => {
  const db = createStore('rushes-past', 'months');
  const newer = { version: 2, since: monthOf(NOW), what: 'nobody knows' };
  await set(monthOf(NOW), newer, db);
  await keepPast([anEnded()]);
  expect(await get(monthOf(NOW), db)).toEqual(newer);
  expect((await readPast()).tasks).toEqual([]);
});

it('goes with everything that is forgotten', async () => {
  await keepPast([anEnded()]);
  await forgetStored();
  expect((await readPast()).tasks).toEqual([]);
});
