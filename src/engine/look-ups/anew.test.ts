// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';

import { BASE, running, start } from '~/engine/test-engine';

import { createAnew } from './anew';

it('asks for the first answer anew, then lets preflights be stored where answers are not', async () => {
  const { clock, add, asked } = await start(() => running);
  await add(['video_1']);
  await clock.advance(120_000);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.map(({ cache }) => cache)).toEqual([
    'no-store',
    ...asked.slice(1).map(() => 'default'),
  ]);
});

it('asks anew for what a person wants checked', async () => {
  const { engine, clock, add, asked } = await start(() => running);
  await add(['video_1']);
  await clock.advance(120_000);
  const before = asked.length;
  engine.checkNow([`${BASE} video_1`]);
  await clock.advance(1000);
  expect(asked[before]?.cache).toBe('no-store');
});

it('asks a service anew every time from its first answer that may be stored', async () => {
  let maxAge = 0;
  const { clock, add, asked } = await start(() => ({
    ...running,
    headers: { 'cache-control': `max-age=${maxAge}` },
  }));
  await add(['video_1', 'video_2']);
  await clock.advance(120_000);
  maxAge = 60;
  const since = asked.length;
  await clock.advance(240_000);
  const [first, ...others] = asked.slice(since).map(({ cache }) => cache);
  expect(first).toBe('default');
  expect(new Set(others.slice(1))).toEqual(new Set(['no-store']));
});

it('asks the page’s own host anew every time: it needs no preflight', () => {
  const anew = createAnew('https://page.test');
  const relayed = { base: 'https://page.test/relay/one', taskId: 'video_1' };
  anew.looked(relayed, false);
  expect(anew.isAnew(relayed)).toBe(true);
});
