// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { gateway } from '~/engine/gateway/gateway';
import { createTestLocks } from '~/engine/polling/test-locks';
import { openDb } from '~/engine/storage/db';
import { createRows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import type { Engine } from './engine';
import { answerKey, cachedAnswer } from './queries';
import { createState, putConnection, putTasks } from './state';
import { answerOf, lifeOf, type Life } from './test-service';

const BASE = 'https://a.test';
const KEY = 'sk-one-1234567890abcd';
const MINUTE = 60_000;

/** Channels between the tabs of a test: told in the same turn, in order, as a copy. */
class TestChannel extends EventTarget {
  static readonly open = new Set<TestChannel>();
  constructor() {
    super();
    TestChannel.open.add(this);
  }
  postMessage(message: unknown): void {
    for (const other of TestChannel.open) {
      if (other === this) continue;
      const data = structuredClone(message);
      queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })));
    }
  }
  close(): void {
    TestChannel.open.delete(this);
  }
}

const engines: Engine[] = [];
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop();
  vi.unstubAllGlobals();
});

let browsers = 0;
function browser() {
  const name = `tabs-test-${++browsers}`;
  const clock = createTestClock();
  const lives = new Map<string, Life>();
  const asked: { id: string; tab: number }[] = [];
  const locks = createTestLocks();
  let tabs = 0;

  /** A tab as `app/start-engine` starts it: with what is remembered. */
  const open = async (): Promise<Engine> => {
    const tab = ++tabs;
    const state = createState();
    const db = openDb(name, () => {});
    const rows = createRows(db, clock.now);
    const vault = createVault(db, null);
    const remembered = await rows.load();
    const ids = remembered.connections.map(({ id }) => id);
    const withKey = new Set(await vault.load(ids));
    for (const connection of remembered.connections)
      putConnection(state, connection, withKey.has(connection.id) ? null : 'missing');
    putTasks(state, remembered.tracked);
    for (const [ref, answer] of remembered.answers)
      state.queryClient.setQueryData(answerKey(ref), answer);
    const engine = createEngine({
      state,
      vault,
      rows,
      timers: clock.timers,
      gateway,
      fetch: async (input) => {
        const url = new URL(input instanceof Request ? input.url : input);
        const id = url.pathname.split('/').at(-1) ?? '';
        asked.push({ id, tab });
        return answerOf(id, lives.get(id), null, clock.now());
      },
      now: clock.now,
      random: () => 0.5,
      locks: locks as unknown as LockManager,
      epochs: null,
      remembered,
    });
    engines.push(engine);
    await clock.advance(0);
    return engine;
  };
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
      for (const tab of engines) {
        const { connections, needKey } = tab.connections.getState();
        expect([connections.size, needKey.size]).toEqual([1, 0]);
      }
    });
    return ids;
  };
  const stateOf = (engine: Engine, taskId: string): string | undefined =>
    cachedAnswer(engine.queryClient, { base: BASE, taskId }).task?.state;
  return { clock, asked, open, add, stateOf };
}

describe('tabs of one browser', () => {
  it('ask together no more than one would, and each knows every answer', async () => {
    const totals: number[] = [];
    for (const tabs of [1, 2, 3]) {
      const { clock, asked, open, add, stateOf } = browser();
      const opened: Engine[] = [];
      for (let tab = 0; tab < tabs; tab += 1) opened.push(await open());
      const ids = [...(await add(opened.at(-1)!, 30))];
      await clock.advance(2 * MINUTE);
      ids.push(...(await add(opened[0]!, 30)));
      await clock.advance(12 * MINUTE);
      for (const engine of opened) {
        for (const id of ids) expect(['completed', 'failed']).toContain(stateOf(engine, id));
      }
      totals.push(asked.length);
      for (const engine of engines.splice(0)) engine.stop();
    }
    const [one = 0, two = 0, three = 0] = totals;
    expect(two).toBeLessThanOrEqual(one * 1.05);
    expect(three).toBeLessThanOrEqual(one * 1.05);
  });

  it('go on with the next one when the leader is closed, without asking all anew', async () => {
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
