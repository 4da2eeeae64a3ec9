// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import { BASE, GOOD, missing, noRoute, OTHER, running, start } from './test-engine';

type Started = Awaited<ReturnType<typeof start>>;

const check = ({ engine }: Started, path: string | null = null, apiKey = GOOD) =>
  engine.firstCheck({ base: BASE, apiKey, path, taskId: 'a' }, new AbortController().signal);

test('a task that was just checked is not asked about again when it is added', async () => {
  const engine = await start(() => running);
  const { clock, asked, add, answer, timesAsked } = engine;
  expect(await check(engine)).toMatchObject({ verdict: 'works' });
  await clock.advance(1500);
  await add(['a', 'b']);
  await clock.advance(1000);
  expect(timesAsked('a')).toBe(1);
  expect(timesAsked('b')).toBe(1);
  expect(answer('a')).toMatchObject({ task: { state: 'running', progress: 40 }, problem: null });
  // Only the first answer is the check's.
  await clock.advance(10_000);
  expect(timesAsked('a')).toBeGreaterThan(1);
  expect(asked.every(({ key }) => key === GOOD)).toBe(true);
});

test('what a check read is not used later, nor with another key', async () => {
  const late = await start(() => running);
  await check(late);
  await late.clock.advance(10_500);
  await late.add(['a']);
  await late.clock.advance(1000);
  expect(late.timesAsked('a')).toBe(2);

  const other = await start(() => running);
  await check(other);
  await other.add(['a'], [OTHER]);
  await other.clock.advance(1000);
  expect(other.asked.map(({ key }) => key)).toEqual([GOOD, OTHER]);
});

test('a path that a check found missing is not tried again either', async () => {
  const engine = await start((id, _key, url) =>
    url === `/v1/video/query` ? (id === 'a' ? running : missing) : noRoute,
  );
  expect(await check(engine)).toMatchObject({ verdict: 'works' });
  const before = engine.asked.length;
  await engine.add(['a']);
  await engine.clock.advance(1000);
  expect(engine.answer('a')).toMatchObject({ task: { state: 'running' } });
  expect(engine.asked.length).toBe(before);
});

test('a path that came with the address is the same path', async () => {
  const engine = await start(() => running);
  await check(engine, DEFAULT_LOOK_UP_PATH);
  await engine.add(['a']);
  await engine.clock.advance(1000);
  expect(engine.timesAsked('a')).toBe(1);
});
