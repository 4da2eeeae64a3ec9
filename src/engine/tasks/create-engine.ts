import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import type { KeepKey } from '~/core/connection';
import { maskKey } from '~/core/mask';
import { isTerminal } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { fetchContent } from '~/engine/gateway/content';
import { openChannel } from '~/engine/polling/channel';
import { createDriver } from '~/engine/polling/driver';
import { startLeader } from '~/engine/polling/leader';
import type { Timers } from '~/engine/polling/timers';
import type { Rows } from '~/engine/storage/rows';
import type { Vault } from '~/engine/storage/vault';

import { createAsking } from './asking';
import type { Engine } from './engine';
import { messageSchema, type Message } from './messages';
import { createPlanner } from './planner';
import { answerKey, cachedAnswer } from './queries';
import {
  dropAnswers,
  dropConnection,
  dropTasks,
  putConnection,
  putTasks,
  setNeedsKey,
  type EngineState,
} from './state';
import { hearTabs } from './tabs';
import { watchVisibility } from './visibility';

export interface EngineParts {
  state: EngineState;
  vault: Vault;
  rows: Rows;
  timers: Timers;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  locks: LockManager | null;
  epochs: Storage | null;
}

/** How long a removal can be undone, in ms; until then the answer stays in the cache. */
export const UNDO_MS = 10_000;

/** Puts the parts together. Everything is already loaded: no task is added before the remembered ones are in. */
export function createEngine(parts: EngineParts): Engine {
  const { state, vault, rows, timers, now } = parts;
  const tasks = (): ReadonlyMap<string, TrackedTask> => state.tracked.getState().tasks;

  const visibility = watchVisibility(
    (visible) => channel.post({ say: 'visible', tab: tabId, visible }),
    () => planAll(),
  );
  const planner = createPlanner({ ...parts, hidden: () => !visibility.anyVisible() });
  const asking = createAsking({
    ...parts,
    planNext: planner.next,
    mayWrite: () => leader.mayAct(),
    onRateLimited: (connectionId, retryAfterMs) => {
      driver.budgets.limited(connectionId, retryAfterMs, now());
    },
    onReadable: (connectionId) => driver.budgets.readable(connectionId, now()),
    onAnswer: (task, before, after) => {
      planner.learn(task, before, after);
      channel.post({ say: 'answers', answers: [[refKey(task), after]] });
    },
  });
  const driver = createDriver({ now, timers, connectionOf: asking.connectionOf, ask: asking.ask });

  const plan = (task: TrackedTask): void => {
    const answer = cachedAnswer(state.queryClient, task);
    if (answer.task && isTerminal(answer.task.state) && answer.problem === null) return;
    driver.set(refKey(task), planner.next(task, answer));
  };
  const planAll = (): void => {
    if (!state.status.getState().leading) return;
    for (const task of tasks().values()) plan(task);
  };
  const check = (keys: readonly string[]): void => {
    for (const key of keys) {
      if (!tasks().has(key)) continue;
      asking.retry(key);
      driver.set(key, { dueAt: now(), priority: 'asked', expectedDoneAt: null });
    }
  };

  const setActivity = (): void => {
    const { leading, online, paused } = state.status.getState();
    driver.setActive(leading && online && !paused);
    if (leading && online && !paused) planAll();
  };

  const tabId = newId();
  const channel = openChannel<Message>('rushes', messageSchema, (message) => hear(message));
  const hear = hearTabs({
    state,
    vault,
    tell: channel.post,
    heardBeat: () => leader.heardBeat(),
    heardVisible: visibility.heard,
    onTasks: (added) => {
      if (state.status.getState().leading) added.forEach(plan);
    },
    onRemoved: (keys) => keys.forEach(driver.drop),
    onKey: () => resumeKey(),
    onCheck: check,
    onPaused: () => setActivity(),
  });
  const leader = startLeader({
    timers,
    now,
    locks: parts.locks,
    epochs: parts.epochs,
    beat: () => channel.post({ say: 'beat' }),
    onChange: (leading) => {
      state.status.setState({ leading });
      setActivity();
    },
  });
  channel.post({ say: 'hello' });
  channel.post({ say: 'visible', tab: tabId, visible: visibility.anyVisible() });

  const unsubscribe = state.connections.subscribe((after, before) => {
    if (after.needKey === before.needKey) return;
    const lost = [...after.needKey].filter((id) => !before.needKey.has(id));
    if (lost.length > 0) channel.post({ say: 'need-key', connectionIds: lost });
  });
  const connected = (): void => {
    state.status.setState({ online: navigator.onLine });
    setActivity();
  };
  const leave = (): void => void rows.flush();
  addEventListener('online', connected);
  addEventListener('offline', connected);
  addEventListener('pagehide', leave);

  /** Cards that stopped for want of a key go on by themselves. */
  const resumeKey = (): void => {
    for (const [key, task] of tasks()) {
      const { problem } = cachedAnswer(state.queryClient, task);
      if (problem?.kind === 'auth' || problem?.kind === 'not_found') check([key]);
    }
    planAll();
    driver.wake();
  };

  const keepKey = async (base: string, apiKey: string, keep: KeepKey): Promise<string> => {
    const { connections, needKey } = state.connections.getState();
    const ofService = [...connections.values()].filter((connection) => connection.base === base);
    const hint = maskKey(apiKey);
    const id =
      vault.find(ofService.map((connection) => connection.id), apiKey) ??
      ofService.find((connection) => needKey.has(connection.id) && connection.hint === hint)?.id ??
      newId();
    await storeKey(id, base, apiKey, keep);
    return id;
  };
  const storeKey = async (id: string, base: string, apiKey: string, keep: KeepKey): Promise<void> => {
    const addedAt = state.connections.getState().connections.get(id)?.addedAt ?? now();
    const connection = { id, base, hint: maskKey(apiKey), keep, addedAt };
    await vault.keep(id, apiKey, keep);
    putConnection(state, connection, false);
    await rows.putConnection(connection);
    channel.post({ say: 'key', connection, sealed: await vault.sealed(id), keep });
    resumeKey();
  };

  return {
    ...state,
    async add({ base, keys, keep, tasks: wanted, batch }) {
      const ids: string[] = [];
      for (const apiKey of keys) ids.push(await keepKey(base, apiKey, keep));
      const [connectionId = null, ...otherConnectionIds] = ids;
      const added = wanted
        .filter(({ taskId }, index) => wanted.findIndex((other) => other.taskId === taskId) === index)
        .map(({ taskId, label }, index): TrackedTask => ({
          base,
          taskId,
          connectionId,
          otherConnectionIds,
          label,
          batch,
          // One ms apart, so that "newest first" keeps the order in which they were pasted.
          addedAt: now() + index / 1000,
          seenAt: null,
        }))
        .filter((task) => !tasks().has(refKey(task)));
      putTasks(state, added);
      channel.post({ say: 'tracked', tasks: added });
      if (state.status.getState().leading) added.forEach(plan);
      await rows.putTracked(added);
      return { added: added.length, known: wanted.length - added.length };
    },
    remove(keys) {
      const dropped = dropTasks(state, keys);
      keys.forEach(driver.drop);
      channel.post({ say: 'removed', keys: [...keys] });
      void rows.removeTasks(dropped);
      const forget = timers.after(UNDO_MS, () => dropAnswers(state, dropped));
      return () => {
        forget();
        putTasks(state, dropped);
        channel.post({ say: 'tracked', tasks: dropped });
        void rows.putTracked(dropped);
        for (const task of dropped) {
          const answer = cachedAnswer(state.queryClient, task);
          if (answer !== NO_ANSWER) rows.putAnswer(task, answer);
          plan(task);
        }
      };
    },
    rename(key, label) {
      change(key, (task) => ({ ...task, label }));
    },
    markSeen(keys) {
      for (const key of keys) change(key, (task) => ({ ...task, seenAt: task.seenAt ?? now() }));
    },
    checkNow(keys) {
      if (state.status.getState().leading) check(keys);
      else channel.post({ say: 'check', keys: [...keys] });
    },
    setPaused(paused) {
      state.status.setState({ paused });
      channel.post({ say: 'paused', paused });
      setActivity();
    },
    async replaceKey(connectionId, apiKey, keep) {
      const connection = state.connections.getState().connections.get(connectionId);
      if (connection) await storeKey(connectionId, connection.base, apiKey, keep);
    },
    async forgetKey(connectionId) {
      dropConnection(state, connectionId);
      channel.post({ say: 'forgot', connectionId });
      await vault.forget(connectionId);
      await rows.removeConnection(connectionId);
    },
    async content(ref, onProgress, signal) {
      const task = tasks().get(refKey(ref));
      const connectionId = task && (task.connectionId ?? asking.connectionOf(refKey(ref)));
      const apiKey = connectionId ? vault.open(connectionId) : null;
      if (apiKey === null) return { kind: 'problem', reason: 'auth' };
      return fetchContent({ base: ref.base, id: ref.taskId, apiKey, fetch: parts.fetch, onProgress, signal });
    },
    stop() {
      unsubscribe();
      removeEventListener('online', connected);
      removeEventListener('offline', connected);
      removeEventListener('pagehide', leave);
      driver.setActive(false);
      leader.stop();
      visibility.stop();
      channel.close();
    },
  };

  function change(key: string, edit: (task: TrackedTask) => TrackedTask): void {
    const task = tasks().get(key);
    if (!task) return;
    const edited = edit(task);
    putTasks(state, [edited]);
    channel.post({ say: 'tracked', tasks: [edited] });
    void rows.putTracked([edited]);
  }
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
