// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Engine } from '~/engine/engine';
import { createTestBrowser, TestChannel, type TestBrowser } from '~/engine/test-browser';
import { answerOf, lifeOf, type Life } from '~/engine/test-service';

const BASE = 'https://a.test';
const KEY = 'sk-one-1234567890abcd';
const MINUTE = 60_000;

let opened: TestBrowser | null = null;
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  opened?.close();
  vi.unstubAllGlobals();
});

function browser() {
  const lives = new Map<string, Life>();
  const asked: { id: string; tab: number }[] = [];
  const { clock, open, tabs, close } = (opened = createTestBrowser((url, tab, now) => {
    const id = url.pathname.split('/').at(-1) ?? '';
    asked.push({ id, tab });
    return answerOf(id, lives.get(id), null, now);
  }));
  const add = async (engine: Engine, count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, (_, index) => `video_${lives.size + index}`);
    for (const id of ids) lives.set(id, { startAt: clock.now(), ...lifeOf(lives.size) });
    await engine.add({
      base: BASE,
      keys: [KEY],
      keep: 'device',
      tasks: ids.map((taskId) => ({ taskId, label: null })),
      batch: null,
    });
    // Keys are opened in real time, which simulated minutes would overtake.
    await vi.waitFor(() => {
      for (const tab of tabs) {
        const { connections, needKey } = tab.connections.getState();
        expect([connections.size, needKey.size]).toEqual([1, 0]);
      }
    });
    return ids;
  };
  const stateOf = (engine: Engine, taskId: string): string | undefined =>
    engine.answers.get({ base: BASE, taskId }).task?.state;
  return { clock, asked, open, close, tabs, add, stateOf };
}

describe('tabs of one browser', () => {
  it('ask together no more than one would, and each knows every answer', async () => {
    const totals: number[] = [];
    for (const count of [1, 2, 3]) {
      const { clock, asked, open, close, tabs, add, stateOf } = browser();
      for (let tab = 0; tab < count; tab += 1) await open();
      const ids = [...(await add(tabs.at(-1)!, 30))];
      await clock.advance(2 * MINUTE);
      ids.push(...(await add(tabs[0]!, 30)));
      await clock.advance(12 * MINUTE);
      for (const engine of tabs) {
        for (const id of ids) expect(['completed', 'failed']).toContain(stateOf(engine, id));
      }
      totals.push(asked.length);
      close();
    }
    const [one = 0, two = 0, three = 0] = totals;
    expect(two).toBeLessThanOrEqual(one * 1.05);
    expect(three).toBeLessThanOrEqual(one * 1.05);
  });

  it('go on with the next one when the leader is closed, without asking all again', async () => {
    const { clock, asked, open, add, stateOf } = browser();
    const [first, second] = [await open(), await open()];
    const ids = await add(first, 20);
    await clock.advance(40_000);
    const before = asked.length;
    first.stop();
    await clock.advance(1000);
    expect(second.status.getState().leading).toBe(true);
    expect(asked.length - before).toBeLessThan(8);
    await clock.advance(12 * MINUTE);
    expect(asked.slice(before).every(({ tab }) => tab === 2)).toBe(true);
    for (const id of ids) expect(['completed', 'failed']).toContain(stateOf(second, id));
  });

  it('do not ask about all tasks again because some are added', async () => {
    const { clock, asked, open, add } = browser();
    const [first, second] = [await open(), await open()];
    await add(first, 20);
    await clock.advance(30_000);
    const before = asked.length;
    const [added] = await add(second, 1);
    await clock.advance(300);
    expect(asked.slice(before).map(({ id }) => id)).toContain(added);
    expect(asked.length - before).toBeLessThan(5);
  });

  it('tell a tab that was just opened what it could not hear', async () => {
    const { clock, open, add, stateOf } = browser();
    const first = await open();
    const opening = open();
    const [added] = await add(first, 1);
    const second = await opening;
    await clock.advance(8000);
    expect(second.tracked.getState().tasks.size).toBe(1);
    expect(stateOf(second, added!)).toBe(stateOf(first, added!));
  });

  it('bring a removed card back in all of them, with what was known', async () => {
    const { clock, asked, open, add, stateOf } = browser();
    const [first, second] = [await open(), await open()];
    const [id = ''] = await add(first, 1);
    await clock.advance(12 * MINUTE);
    const undo = second.remove([...second.tracked.getState().tasks.keys()]);
    await clock.advance(MINUTE);
    expect(stateOf(first, id)).toBeUndefined();
    const before = asked.length;
    undo();
    await clock.advance(MINUTE);
    expect([stateOf(first, id), stateOf(second, id)]).toEqual(['completed', 'completed']);
    expect(asked.length).toBe(before);
  });

  it('keep a key that one of them cannot hand over', async () => {
    const { clock, open, add } = browser();
    const [first, second] = [await open(), await open()];
    await add(first, 1);
    // On plain http nothing can be sealed.
    const [connection] = first.connections.getState().connections.values();
    const channel = new TestChannel();
    channel.postMessage({ type: 'key', connection, sealed: null, keep: 'device' });
    await clock.advance(0);
    await vi.waitFor(() => expect(second.connections.getState().needKey.size).toBe(0));
    channel.postMessage({
      type: 'key',
      connection: { ...connection, hint: 'sk-new…wxyz' },
      sealed: null,
      keep: 'device',
    });
    await vi.waitFor(() => expect(second.connections.getState().needKey.size).toBe(1));
    channel.close();
  });

  it('use a key that the others cannot open', async () => {
    // As on plain http.
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    vi.stubGlobal('crypto', { getRandomValues });
    const { clock, open } = (opened = createTestBrowser(() =>
      Response.json({ status: 'in_progress' }),
    ));
    const [first, second] = [await open(), await open()];
    const tasks = [{ taskId: 'video_1', label: null }];
    await first.add({ base: BASE, keys: [KEY], keep: 'tab', tasks, batch: null });
    await clock.advance(3000);
    expect(second.connections.getState().needKey.size).toBe(1);
    expect(first.connections.getState().needKey.size).toBe(0);
    await clock.advance(60_000);
    expect(second.answers.get({ base: BASE, taskId: 'video_1' }).askedAt).toBeGreaterThan(
      clock.now() - 50_000,
    );
  });

  it('hand over what is removed, paused and forgotten at once', async () => {
    const { clock, open, add } = browser();
    const [first, second] = [await open(), await open()];
    await add(second, 3);
    await clock.advance(5000);
    expect(first.tracked.getState().tasks.size).toBe(3);
    expect(first.connections.getState().needKey.size).toBe(0);
    second.remove([...first.tracked.getState().tasks.keys()].slice(0, 1));
    second.setPaused(true);
    await clock.advance(0);
    expect(first.tracked.getState().tasks.size).toBe(2);
    expect(first.status.getState().paused).toBe(true);
    const [id] = first.connections.getState().connections.keys();
    await first.forgetKey(id!);
    await clock.advance(0);
    expect(second.connections.getState().connections.size).toBe(0);
  });
});
