// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { TestChannel } from './test-browser';
import {
  BASE,
  failure,
  filled,
  key,
  KEY,
  link,
  NEW,
  newer,
  newerAnswer,
  problem,
  queue,
  ref,
  row,
  tracked,
} from './test-newer-build';

let close = (): void => {};
let answers: () => Response = () => Response.json({ status: 'in_progress' });
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

async function browserWith(rows: [string, unknown][]) {
  const browser = await filled(rows, () => answers());
  close = browser.close;
  return browser;
}

const flush = (): void => void dispatchEvent(new Event('pagehide'));

describe('what a newer build has stored is still there after this one', () => {
  it('renamed, picked and saw a task', async () => {
    const { open, stored } = await browserWith([[`task ${key}`, row(tracked)]]);
    const engine = await open();
    engine.rename(key, 'Harbour');
    engine.pick(key, true);
    engine.markSeen([key]);
    await vi.waitFor(async () =>
      expect(await stored(`task ${key}`)).toEqual({
        ...NEW,
        version: 1,
        value: {
          ...tracked,
          label: 'Harbour',
          pickedAt: expect.any(Number) as number,
          seenAt: expect.any(Number) as number,
          changedAt: expect.any(Number) as number,
          saidAt: expect.any(Object) as object,
        },
      }),
    );
  });

  it('removed a task, and brought it back', async () => {
    const answer = newerAnswer({ state: 'completed', video: link });
    const { open, stored } = await browserWith([
      [`task ${key}`, row(tracked)],
      [`answer ${key}`, row(answer)],
    ]);
    const engine = await open();
    const undo = engine.remove([key]);
    await vi.waitFor(async () => expect(await stored(`task ${key}`)).toBeUndefined());
    undo();
    flush();
    await vi.waitFor(async () => {
      expect(await stored(`task ${key}`)).toEqual(row(tracked));
      expect(await stored(`answer ${key}`)).toEqual(row(answer));
    });
  });

  it.each([
    ['waits', { state: 'queued', queue }, { status: 'queued', queue_position: 2 }],
    ['failed', { state: 'failed', failure }, { status: 'failed', error: { message: 'lost' } }],
    ['is ready', { state: 'running', video: link }, { status: 'completed', video_url: link.url }],
  ] as const)('got an answer about a task that %s', async (_, task, body) => {
    const { open, clock, stored } = await browserWith([
      [`task ${key}`, row(tracked)],
      [`answer ${key}`, row(newerAnswer(task))],
    ]);
    answers = () => Response.json(body);
    const engine = await open();
    engine.checkNow([key]);
    await clock.advance(2000);
    flush();
    await vi.waitFor(async () => {
      const after = (await stored(`answer ${key}`)) as { value: { askedAt: number } };
      expect(after.value.askedAt).toBeGreaterThan(900_000);
      const nested = 'queue' in task ? 'queue' : 'failure' in task ? 'failure' : 'video';
      expect(after).toMatchObject({
        ...NEW,
        value: {
          ...NEW,
          task: { ...NEW, [nested]: NEW },
          sightings: expect.arrayContaining([expect.objectContaining(NEW)]) as object,
        },
      });
    });
  });

  it('met the same problem again', async () => {
    const before = newerAnswer({ state: 'running' }, { problem, problemCount: 1, problemSince: 1 });
    const { open, clock, stored } = await browserWith([
      [`task ${key}`, row(tracked)],
      [`answer ${key}`, row(before)],
    ]);
    answers = () => Response.json({ error: { message: 'boom' } }, { status: 500 });
    await open();
    await clock.advance(2000);
    flush();
    await vi.waitFor(async () =>
      expect(await stored(`answer ${key}`)).toMatchObject({
        value: { ...NEW, problemCount: 2, problem: NEW, task: NEW, sightings: [NEW] },
      }),
    );
  });

  it('replaced a key, in its row and in what other tabs are told', async () => {
    const { open, stored } = await browserWith([]);
    const heard: unknown[] = [];
    const engine = await open();
    const channel = new TestChannel();
    channel.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
    const before = (await stored('key c1')) as { value: { data: string } };
    await engine.replaceKey('c1', 'sk-two-1234567890abcd', 'device');
    await vi.waitFor(async () => {
      const after = (await stored('key c1')) as { value: { data: string } };
      expect(after.value.data).not.toBe(before.value.data);
      expect(after).toMatchObject({ ...NEW, value: NEW });
      expect(await stored('connection c1')).toMatchObject({ ...NEW, value: NEW });
      expect(heard).toContainEqual(
        expect.objectContaining({
          type: 'key',
          connection: expect.objectContaining(NEW) as object,
          sealed: expect.objectContaining(NEW) as object,
        }),
      );
    });
    channel.close();
  });

  it('changed a look-up path', async () => {
    const { open, stored } = await browserWith([[`door ${BASE}`, row('/old/{id}')]]);
    const engine = await open();
    engine.setLookUpPath(BASE, '/new/{id}');
    await vi.waitFor(async () => expect(await stored(`door ${BASE}`)).toEqual(row('/new/{id}')));
  });

  it('learnt from a task', async () => {
    const samples = { running: [1000], total: [1000], lineEnd: [], lastShown: [] };
    const stages = { 'running:in_progress': newer({ lasts: [1000], toDone: [1000] }) };
    const entry = newer({ key: JSON.stringify([BASE]), usedAt: 5, stages, ...samples });
    const other = newer({ key: 'other', usedAt: 5, stages, ...samples });
    const { open, clock, stored } = await browserWith([
      [`task ${key}`, row(tracked)],
      ['history', newer({ entries: [entry, other] })],
    ]);
    const startAt = clock.now();
    answers = () =>
      Response.json(
        clock.now() < startAt + 60_000
          ? { status: 'in_progress' }
          : { status: 'completed', video_url: link.url },
      );
    await open();
    await clock.advance(5 * 60_000);
    await vi.waitFor(async () => {
      const history = (await stored('history')) as { entries: (typeof entry)[] };
      const [learnt] = history.entries.filter((one) => one.key === entry.key);
      expect(learnt?.total.length).toBe(2);
      expect(history).toMatchObject(NEW);
      expect(learnt).toMatchObject({ ...NEW, stages: { 'running:in_progress': NEW } });
      expect(history.entries).toContainEqual(other);
    });
  });
});

describe('a row that only a newer build can read', () => {
  it.each([
    ['a problem', newerAnswer({}, { problem: { ...problem, kind: 'of tomorrow' } })],
    ['a state', newerAnswer({ state: 'paused' as 'running' })],
    ['a kind of video', newerAnswer({ video: { kind: 'torrent' } as unknown as typeof link })],
  ])('because of %s that is new stays as it is', async (_, answer) => {
    const { open, clock, stored } = await browserWith([
      [`task ${key}`, row(tracked)],
      [`answer ${key}`, row(answer)],
    ]);
    answers = () => Response.json({ status: 'in_progress' });
    const engine = await open();
    engine.checkNow([key]);
    await clock.advance(2000);
    flush();
    await clock.advance(2000);
    expect(engine.answers.get(ref).task?.state).toBe('running');
    expect(await stored(`answer ${key}`)).toEqual(row(answer));
  });

  it('because of its version keeps its key too', async () => {
    const { open, db, stored } = await browserWith([]);
    const theirs = { version: 2, value: { sealed: 'otherwise' } };
    await db.put([['key c1', theirs]]);
    const engine = await open();
    await engine.replaceKey('c1', KEY, 'device');
    expect(await stored('key c1')).toEqual(theirs);
    expect(engine.connections.getState().needKey.size).toBe(0);
  });
});
