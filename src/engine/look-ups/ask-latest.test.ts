// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { BY_RELAY } from '~/core/connection';
import { BASE, GOOD, OTHER, running, start } from '~/engine/test-engine';

const list = { body: { object: 'list', data: [{ id: 'video_9', status: 'queued' }] } };
const wanted = { base: BASE, path: null, cursor: null } as const;
const { signal } = new AbortController();

test('a key that is known spends its own budget on its list, and a new one asks at once', async () => {
  const { engine, clock, asked, add } = await start((_, __, ___, query) =>
    query.has('limit') ? list : running,
  );
  await add(['a']);
  await clock.advance(100);
  const lists = () => asked.filter(({ url }) => url.includes('limit='));
  const many = Array.from({ length: 12 }, () =>
    engine.latestTasks({ ...wanted, apiKey: GOOD }, signal),
  );
  await clock.advance(0);
  expect(lists().length).toBeLessThan(6);
  const found = await engine.latestTasks({ ...wanted, apiKey: OTHER }, signal);
  expect(found).toMatchObject({ kind: 'list', tasks: [['video_9', { state: 'queued' }]] });
  expect(lists().at(-1)?.key).toBe(OTHER);
  await clock.advance(10_000);
  expect((await Promise.all(many)).map(({ kind }) => kind)).toEqual(many.map(() => 'list'));
});

test('a key that was kept for its service is used where none is pasted, and no other', async () => {
  const { engine, clock, asked, add } = await start(() => list);
  await add(['a']);
  await clock.advance(2000);
  const [before, known] = [asked.length, { ...wanted, apiKey: null }];
  await engine.latestTasks({ ...known, base: 'https://b.test' }, signal);
  expect(asked).toHaveLength(before);
  const found = engine.latestTasks(known, signal);
  await clock.advance(2000);
  expect((await found).kind).toBe('list');
  expect(asked.filter(({ url }) => url.includes('limit=')).map(({ key }) => key)).toEqual([GOOD]);
});

test('never with the team’s key', async () => {
  const { engine, asked } = await start(() => list);
  await engine.add({ base: BASE, keys: [BY_RELAY], keep: 'device', tasks: [], batch: null });
  for (const apiKey of [BY_RELAY, null] as const)
    expect(await engine.latestTasks({ ...wanted, apiKey }, signal)).toEqual({ kind: 'none' });
  expect(asked).toEqual([]);
});
