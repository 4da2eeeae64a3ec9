// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, onTestFinished, test, vi } from 'vitest';

import { refKey } from '~/core/answer';
import type { FeedTrouble } from '~/core/feed';
import { createEngine } from '~/engine/create-engine';
import { testParts } from '~/engine/test-parts';
import { createTestLocks } from '~/engine/tabs/test-locks';
import { createTestClock } from '~test/clock';

import { createFeedMemory, type FeedMemory } from './feed-memory';
import { followFeeds } from './follow-feeds';

const BASE = 'https://studio.test/relay/house';
const FEED = { name: 'Friday set', url: 'https://team.test/friday.csv', base: BASE, teamKey: true };

interface Asked {
  url: string;
  init: RequestInit | undefined;
}

let names = 0;

/** An engine that follows a feed, and what its host answers. */
function follow(
  host: { answer: () => Response | Promise<Response>; isMemoryLost?: boolean },
  feeds = [FEED],
  name = `feeds-${++names}`,
) {
  const clock = createTestClock();
  const asked: Asked[] = [];
  const locks = createTestLocks();
  const open = () => {
    const stored = memoryNamed(name);
    const memory: FeedMemory = {
      ...stored,
      read: async (...of) => (host.isMemoryLost ? null : stored.read(...of)),
    };
    const engine = createEngine({
      ...testParts(name, clock),
      locks: locks as unknown as LockManager,
      fetch: async (input, init) => {
        const { url } = new Request(input, init);
        if (!feeds.some((feed) => feed.url === url)) return Response.json({ status: 'queued' });
        asked.push({ url, init });
        return host.answer();
      },
      loadFeeds: async () => (parts) => followFeeds(feeds, parts, { memory }),
    });
    onTestFinished(() => engine.stop());
    return engine;
  };
  const engine = open();
  return { engine, clock, asked, open };
}

/** As if each test had a browser of its own. */
function memoryNamed(name: string): ReturnType<typeof createFeedMemory> {
  const memory = createFeedMemory();
  return {
    read: (base, outlives) => memory.read(`${name} ${base}`, outlives),
    write: (base, ...said) => memory.write(`${name} ${base}`, ...said),
  };
}

const csv = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/csv' } });
const cards = ({ tracked }: ReturnType<typeof follow>['engine']) =>
  [...tracked.getState().tasks.values()].map(({ taskId, label, shot }) => [taskId, label, shot]);
const keyOf = (taskId: string): string => refKey({ base: BASE, taskId });
/** Databases answer in real time. */
async function settled(clock: ReturnType<typeof createTestClock>, ms: number, check: () => void) {
  await clock.advance(ms);
  await vi.waitFor(async () => {
    await clock.advance(0);
    check();
  });
}

test('a feed’s rows become cards of a batch of its name, with the team’s key', async () => {
  const host = {
    answer: () => csv('id,name,shot,Scene\nvideo_1,Harbour,12B,Dawn\nvideo_2,Fox,,\n'),
  };
  const { engine, clock, asked } = follow(host);
  await settled(clock, 100, () =>
    expect(cards(engine)).toEqual([
      ['video_1', 'Harbour', '12B'],
      ['video_2', 'Fox', null],
    ]),
  );
  const task = engine.tracked.getState().tasks.get(keyOf('video_1'));
  expect(task).toMatchObject({ batch: { name: 'Friday set' }, columns: { Scene: 'Dawn' } });
  expect([...engine.connections.getState().connections.values()]).toMatchObject([
    { kind: 'team', base: BASE },
  ]);
  expect(asked[0]?.init).toMatchObject({
    cache: 'no-cache',
    credentials: 'same-origin',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
  expect(JSON.stringify(asked[0]?.init?.headers)).not.toMatch(/authorization|key/i);
});

test('it is asked for every 30 seconds, by one tab, and not while all checks are paused', async () => {
  const { engine, clock, asked, open } = follow({ answer: () => csv('id\nvideo_1\n') });
  open();
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(1));
  expect(asked).toHaveLength(1);
  await settled(clock, 30_500, () => expect(asked).toHaveLength(2));
  engine.setPaused(true);
  await clock.advance(120_000);
  expect(asked).toHaveLength(2);
  engine.setPaused(false);
  await settled(clock, 0, () => expect(asked).toHaveLength(3));
});

test('new rows come, and rows that go take no card with them', async () => {
  const host = { answer: () => csv('id,name\nvideo_1,A\n') };
  const { engine, clock } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(1));
  host.answer = () => csv('id,name\nvideo_2,B\n');
  await settled(clock, 31_000, () =>
    expect(cards(engine)).toEqual([
      ['video_1', 'A', null],
      ['video_2', 'B', null],
    ]),
  );
  const batches = [...engine.tracked.getState().tasks.values()].map(({ batch }) => batch?.id);
  expect(new Set(batches).size).toBe(1);
});

test('a card that was removed does not come back, not even after a restart', async () => {
  const host = { answer: () => csv('id\nvideo_1\nvideo_2\n') };
  const { engine, clock, open, asked } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(2));
  engine.remove([keyOf('video_1')]);
  host.answer = () => csv('id\nvideo_1\nvideo_2\nvideo_3\n');
  const ids = (one: typeof engine) => cards(one).map(([id]) => id);
  await settled(clock, 31_000, () => expect(ids(engine)).toEqual(['video_2', 'video_3']));
  engine.stop();
  const before = asked.length;
  const next = open();
  host.answer = () => csv('id\nvideo_1\nvideo_4\n');
  await settled(clock, 1000, () => expect(asked.length).toBeGreaterThan(before));
  await settled(clock, 1000, () => expect(ids(next)).toEqual(['video_4']));
});

test('while the memory cannot be read, nothing comes, and nothing is forgotten', async () => {
  const host = { answer: () => csv('id\nvideo_1\n'), isMemoryLost: false };
  const { engine, clock, asked } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(1));
  engine.remove([keyOf('video_1')]);
  Object.assign(host, { answer: () => csv('id\nvideo_1\nvideo_3\n'), isMemoryLost: true });
  await settled(clock, 61_000, () => expect(asked).toHaveLength(3));
  expect(cards(engine)).toEqual([]);
  host.isMemoryLost = false;
  await settled(clock, 31_000, () => expect(cards(engine)).toEqual([['video_3', null, null]]));
});

test('where cards cannot be stored, a removed one stays away, and comes again after a restart', async () => {
  const host = { answer: () => csv('id\nvideo_1\n') };
  const { engine, clock, open } = follow(host);
  engine.status.setState({ storage: 'full' });
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(1));
  engine.remove([keyOf('video_1')]);
  host.answer = () => csv('id\nvideo_1\nvideo_2\n');
  await settled(clock, 31_000, () => expect(cards(engine)).toEqual([['video_2', null, null]]));
  engine.stop();
  const next = open();
  await settled(clock, 1000, () => expect(cards(next)).toHaveLength(2));
});

test('new names reach the cards whose own nobody has changed', async () => {
  const host = { answer: () => csv('id,name,shot\nvideo_1,A,1\nvideo_2,B,2\n') };
  const { engine, clock } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(2));
  engine.rename(keyOf('video_1'), 'Mine');
  host.answer = () => csv('id,name,shot\nvideo_1,A2,1b\nvideo_2,B2,2\n');
  await settled(clock, 31_000, () =>
    expect(cards(engine)).toEqual([
      ['video_1', 'Mine', '1b'],
      ['video_2', 'B2', '2'],
    ]),
  );
});

test('a last line without an end is believed the second time', async () => {
  const host = { answer: () => csv('id,name\nvideo_1,A\nvideo_22') };
  const { engine, clock } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(1));
  await settled(clock, 31_000, () => expect(cards(engine)).toHaveLength(2));
});

test.each<[string, () => Response | Promise<Response>, FeedTrouble['problem'], failures: number]>([
  ['is missing', () => new Response('', { status: 404 }), 'missing', 1],
  ['wants a sign-in', () => new Response('', { status: 401 }), 'refused', 2],
  ['is down', () => new Response('', { status: 503 }), 'server', 2],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable', 2],
  ['is a web page', () => new Response('<html>'), 'html', 1],
  ['leads elsewhere', () => Response.redirect('https://evil.test/'), 'redirect', 1],
  ['is half written', () => csv('[{"id":"video_1"},{"id":"vi'), 'half', 2],
  ['is far too long', () => csv('x'.repeat(6_000_000)), 'large', 1],
  [
    'says that it is far too long',
    () => new Response('id\na1\n', { headers: { 'content-length': '100000000' } }),
    'large',
    1,
  ],
])(
  'one that %s is said to, left alone for longer each time, and forgiven',
  async (_, answer, problem, failures) => {
    const host = { answer };
    const { engine, clock, asked } = follow(host);
    const told = () => engine.status.getState().feeds;
    await settled(clock, 100, () => expect(asked).toHaveLength(1));
    expect(told()).toHaveLength(2 - failures);
    await clock.advance(61_000 * (failures - 1));
    await settled(clock, 0, () => expect(told()).toEqual([{ name: 'Friday set', problem }]));
    const before = asked.length;
    await clock.advance(60_000 * failures - 5_000);
    expect(asked).toHaveLength(before);
    host.answer = () => csv('id\nvideo_1\n');
    await settled(clock, 120_000, () => expect(cards(engine)).toHaveLength(1));
    expect(told()).toEqual([]);
  },
);

test('of one that is too long the last rows come, and it is said for as long as it is so', async () => {
  const long = Array.from({ length: 5001 }, (_, n) => `video_${n}`);
  const host = { answer: () => csv(`id\n${long.join('\n')}\n`) };
  const { engine, clock, asked } = follow(host);
  await settled(clock, 100, () => expect(cards(engine)).toHaveLength(5000));
  const told = () => engine.status.getState().feeds;
  await settled(clock, 31_000, () => expect(asked).toHaveLength(2));
  expect(told()).toEqual([{ name: 'Friday set', problem: 'rows' }]);
  host.answer = () => csv('id\nvideo_9\n');
  await settled(clock, 31_000, () => expect(told()).toEqual([]));
});

test('two feeds that name the same task do not quarrel about it', async () => {
  const two = { ...FEED, name: 'Other', url: 'https://team.test/other.csv' };
  let turn = 0;
  const host = { answer: () => csv(`id,name\nvideo_1,${turn++ % 2 === 0 ? 'A' : 'B'}\n`) };
  const { engine, clock, asked } = follow(host, [FEED, two]);
  await settled(clock, 100, () => expect(asked).toHaveLength(2));
  await settled(clock, 31_000, () => expect(asked).toHaveLength(4));
  expect(cards(engine)).toEqual([['video_1', 'A', null]]);
});
