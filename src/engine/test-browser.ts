import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import { createTestLocks } from '~/engine/tabs/test-locks';
import { createTestClock, type TestClock } from '~test/clock';

import type { Bus, EngineEvent } from './bus';
import { createEngine } from './create-engine';
import type { Engine } from './engine';
import { putConnection, putTasks } from './state';
import { testParts } from './test-parts';

/** Channels between the tabs of a test: told in the same turn, in order, as a copy. */
export class TestChannel extends EventTarget {
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

export interface TestBrowser {
  /** The name of its database. */
  name: string;
  clock: TestClock;
  /**
   * Opens a tab as `app/start-engine` does: with what is remembered.
   * @param first the tasks to begin with; the rest is read once they are `drawn`. All of them if left out
   */
  open(first?: readonly string[], drawn?: Promise<void>): Promise<Engine>;
  /** Every tab opened so far. */
  tabs: readonly Engine[];
  /** What happens in one of them, as its feeds tell it. */
  emit(tab: Engine, event: EngineEvent): void;
  close(): void;
}

/** What a tab knows that every other one must know too; of these keys, where they belong. */
export function knownTo(
  { tracked, answers, connections, status, lookUpPaths, authSchemes, serviceOfKey }: Engine,
  keys: readonly string[],
) {
  const tasks = [...tracked.getState().tasks.values()];
  return {
    tasks,
    answers: tasks.map(answers.get),
    ...connections.getState(),
    keys: keys.map(serviceOfKey),
    paused: status.getState().paused,
    feeds: status.getState().feeds,
    // The usual path is known without being told.
    paths: [...lookUpPaths.getState().paths].filter(([, path]) => path !== DEFAULT_LOOK_UP_PATH),
    schemes: authSchemes.getState().schemes,
  };
}

let browsers = 0;

/**
 * Tabs that share a database, locks and a clock that stands still; `BroadcastChannel` is to be `TestChannel`.
 * @param answer what the service answers, to which tab (from 1 on), at a moment in epoch ms, to which headers
 */
export function createTestBrowser(
  answer: (url: URL, tab: number, now: number, headers: Headers) => Response,
): TestBrowser {
  const name = `test-browser-${++browsers}`;
  const clock = createTestClock();
  const locks = createTestLocks();
  const tabs: Engine[] = [];
  const buses: Bus[] = [];
  return {
    name,
    clock,
    tabs,
    emit: (tab, event) => buses[tabs.indexOf(tab)]?.emit(event),
    async open(first, drawn = Promise.resolve()) {
      const tab = tabs.length + 1;
      const parts = testParts(name, clock);
      const { state, rows, vault } = parts;
      const remembered = first ? await rows.loadFirst(first) : await rows.load();
      state.tracked.setState({ isWhole: remembered.isWhole });
      const withKey = new Set(await vault.load(remembered.connections.map(({ id }) => id)));
      for (const connection of remembered.connections) {
        putConnection(state, connection, withKey.has(connection.id) ? null : 'missing');
      }
      putTasks(state, remembered.tracked);
      for (const [ref, known] of remembered.answers) {
        state.answers.put(ref, known);
      }
      const engine = createEngine({
        ...parts,
        fetch: async (input, init) => {
          const { url, headers } = new Request(input, init);
          return answer(new URL(url), tab, clock.now(), headers);
        },
        loadFeeds: async () => (feeds) => {
          buses[tab - 1] = feeds.bus;
          return () => {};
        },
        locks: locks as unknown as LockManager,
        remembered,
        rest: first ? drawn.then(rows.load) : null,
      });
      tabs.push(engine);
      await clock.advance(0);
      return engine;
    },
    close() {
      for (const engine of tabs) engine.stop();
    },
  };
}
