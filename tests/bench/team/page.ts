import { BY_RELAY } from '~/core/connection';
import { isTerminal } from '~/core/task';
import { createEngine } from '~/engine/create-engine';
import type { Engine } from '~/engine/engine';
import { gateway } from '~/engine/gateway/gateway';
import { createState } from '~/engine/state';
import type { Db } from '~/engine/storage/db';
import { createRows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';

/** Nothing is remembered: every page is another person's. */
const NO_DB: Db = {
  load: async () => [],
  read: async () => [],
  between: async () => [],
  put: async () => true,
  remove: async () => true,
  claim: async (_, value) => value,
};

/** What an engine expects around it. Without a channel, the pages of one process know nothing of each other. */
export function actAsBrowser(origin: string): void {
  const globals = {
    location: new URL(origin),
    navigator: { onLine: true },
    BroadcastChannel: undefined,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true });
}

/** The real engine, which asks over real HTTP by the real clock. `onEnd`: it has seen that a task is over. */
export function openPage(request: typeof fetch, onEnd: (taskId: string) => void): Engine {
  const state = createState();
  state.tracked.setState({ isWhole: true });
  state.answers.subscribe(({ ref, before, after }) => {
    const isOver = after.task !== null && isTerminal(after.task.state);
    if (isOver && !(before.task && isTerminal(before.task.state))) onEnd(ref.taskId);
  });
  return createEngine({
    state,
    vault: createVault(NO_DB, null),
    rows: createRows(NO_DB, Date.now),
    timers: {
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    gateway,
    loadLookUps: () => import('~/engine/look-ups/look-ups'),
    fetch: request,
    now: Date.now,
    random: Math.random,
    ownOrigin: location.origin,
    locks: null,
    epochs: null,
    remembered: { lookUpPaths: [], schemes: [], history: null },
  });
}

/** Watches these tasks, with the team's key. */
export async function watch(engine: Engine, base: string, ids: Iterable<string>): Promise<void> {
  const tasks = Array.from(ids, (taskId) => ({ taskId, label: null }));
  await engine.add({ base, keys: [BY_RELAY], keep: 'tab', tasks, batch: null });
}
