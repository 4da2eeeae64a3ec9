import { refKey } from '~/core/answer';
import type { Gateway } from '~/engine/gateway/gateway';
import { openChannel } from '~/engine/polling/channel';
import { DEFAULT_LIMITS, type Limits } from '~/engine/polling/budget';
import { createDriver } from '~/engine/polling/driver';
import { startLeader } from '~/engine/polling/leader';
import { turnOf } from '~/engine/polling/schedule';
import type { Timers } from '~/engine/polling/timers';
import type { Remembered, Rows } from '~/engine/storage/rows';
import type { Vault } from '~/engine/storage/vault';

import { createLookUpPlan } from './look-up-plan';
import { createAsking } from './asking';
import { createBoardActions } from './board';
import { checkLookUpPaths } from './check-look-up-paths';
import { lazyProbe, type LoadProbe } from './lazy-probe';
import { createVideoAccess } from './video-access';
import { createLookUpPaths } from './look-up-paths';
import type { Engine } from './engine';
import { createKeyring } from './keyring';
import { messageSchema, type Message } from './messages';
import { newId } from './new-id';
import { createPlanner } from './planner';
import { cachedAnswer } from './queries';
import { teamConnections, type EngineState } from './state';
import { handleTabMessages, postKeys } from './tabs';
import { watchVisibility } from './visibility';

/** What the engine is built from; tests pass their own. */
export interface EngineParts {
  state: EngineState;
  vault: Vault;
  rows: Rows;
  timers: Timers;
  gateway: Gateway;
  loadProbe: LoadProbe;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  locks: LockManager | null;
  epochs: Storage | null;
  /** Stored look-up paths by service, and learnt durations. */
  remembered: Pick<Remembered, 'lookUpPaths' | 'history'>;
  /** Rate limits an admin has set for a key of a service; null for the default. */
  limits?: (base: string) => Limits | null;
  /** How long a service's video links stay valid, in ms, as set by an admin; null if unknown. */
  linksLastMs?: (base: string) => number | null;
}

/** How long, in ms, a tab may take from reading the storage to receiving messages. */
const OPENING_MS = 10_000;

/** Builds the engine. Storage has been read by now, so no task is added before the stored ones. */
export function createEngine(parts: EngineParts): Engine {
  const { state, vault, rows, timers, now } = parts;

  const visibility = watchVisibility(
    (visible) => {
      channel.post({ type: 'visible', tab: tabId, visible });
      contentProbe.lookAgain();
    },
    () => lookUpPlan.planAll(),
  );
  let watched: ReadonlySet<string> = new Set();
  const planner = createPlanner({
    ...parts,
    hidden: () => !visibility.anyVisible(),
    watched: (key) => watched.has(key),
    turnMs: (connectionId) => driver.turnMs(connectionId),
  });
  const keepPath = (base: string, path: string): void => {
    void rows.putLookUpPath(base, path);
    channel.post({ type: 'path', base, path });
  };
  const lookUpPaths = createLookUpPaths(new Map(parts.remembered.lookUpPaths), keepPath);
  const asking = createAsking({
    ...parts,
    lookUpPaths,
    planNext: planner.next,
    mayWrite: () => leader.mayAct(),
    onRateLimited: (connectionId, retryAfterMs) => {
      driver.budgets.limited(connectionId, retryAfterMs, now());
    },
    onDoubt: (keys) => lookUpPlan.resume(keys),
    onKnown: (key, connectionId) => board.settleKey(key, connectionId),
    onAnswer: (task, before, after) => {
      planner.learn(task, before, after);
      channel.post({ type: 'answers', answers: [[refKey(task), after]] });
    },
  });
  const driver = createDriver({
    now,
    timers,
    connectionOf: asking.connectionOf,
    ask: asking.ask,
    limitsOf: (connectionId) => {
      const base = state.connections.getState().connections.get(connectionId)?.base;
      return parts.limits?.(base ?? '') ?? DEFAULT_LIMITS;
    },
  });

  const contentProbe = lazyProbe(parts.loadProbe, {
    ...parts,
    lookUpPaths,
    budgets: driver.budgets,
    connectionOf: asking.connectionOf,
    mayWrite: () => leader.mayAct(),
    isVisible: visibility.isVisible,
    post: (message) => channel.post(message),
  });
  const lookUpPlan = createLookUpPlan({ ...parts, driver, planner, asking });
  const checkNow = (keys: readonly string[]): void => {
    contentProbe.again(keys);
    if (state.status.getState().leading) lookUpPlan.check(keys);
    else channel.post({ type: 'check', keys: [...keys] });
  };
  const onNewKey = (connectionId: string): void => {
    driver.budgets.reset(connectionId);
    asking.forgetKey(connectionId);
  };
  const setActivity = (): void => {
    const { leading, online, paused } = state.status.getState();
    driver.setActive(leading && online && !paused);
    if (leading && online && !paused) lookUpPlan.planAll();
  };

  const tabId = newId();
  const channel = openChannel<Message>('rushes', messageSchema, (message) =>
    handleMessage(message),
  );
  const handleMessage = handleTabMessages({
    state,
    vault,
    lookUpPaths,
    now,
    post: channel.post,
    onHello: visibility.post,
    onBeat: () => leader.handleBeat(),
    onVisible: visibility.handle,
    onTasks: lookUpPlan.planNew,
    onRemoved: (keys) => keys.forEach(driver.drop),
    onNewKey,
    onKey: lookUpPlan.resumeKey,
    onCheck: checkNow,
    onScreen: contentProbe.want,
    onPath: lookUpPlan.resumeService,
    onPaused: () => setActivity(),
  });
  const leader = startLeader({
    timers,
    random: parts.random,
    locks: parts.locks,
    epochs: parts.epochs,
    beat: () => channel.post({ type: 'beat' }),
    onChange: (leading) => {
      state.status.setState({ leading });
      setActivity();
      if (!leading) return;
      lookUpPlan.resumeTeam();
      contentProbe.lookAgain();
    },
  });
  channel.post({ type: 'hello', since: now() - OPENING_MS });
  void postKeys(teamConnections(state), vault, channel.post);
  visibility.post();

  const board = createBoardActions({
    ...parts,
    post: channel.post,
    onTasks: lookUpPlan.planNew,
    onRemoved: (keys) => keys.forEach(driver.drop),
  });
  const keyring = createKeyring({
    ...parts,
    post: channel.post,
    onNewKey,
    onKey: lookUpPlan.resumeKey,
  });

  const unsubscribe = state.connections.subscribe((after, before) => {
    if (after.needKey === before.needKey) return;
    const lost = [...after.needKey.keys()].filter((id) => !before.needKey.has(id));
    if (after.needKey.size < before.needKey.size) driver.wake();
    if (lost.length > 0) channel.post({ type: 'need-key', connectionIds: lost });
  });
  const connected = (): void => {
    const { online: before } = state.status.getState();
    state.status.setState({ online: navigator.onLine });
    setActivity();
    if (!before && navigator.onLine) lookUpPlan.resumeReach();
  };
  const leave = (): void => void rows.flush();
  addEventListener('online', connected);
  addEventListener('offline', connected);
  addEventListener('pagehide', leave);
  if (!navigator.onLine) connected();

  return {
    ...state,
    ...board,
    lookUpPaths: lookUpPaths.known,
    async add(request) {
      const ids: string[] = [];
      for (const apiKey of request.keys)
        ids.push(await keyring.keep(request.base, apiKey, request.keep));
      return board.add(request, ids);
    },
    firstCheck: (request, signal) => checkLookUpPaths({ ...parts, lookUpPaths }, request, signal),
    checkNow,
    watch(keys) {
      watched = new Set(keys);
      contentProbe.watch(watched);
    },
    setPaused(paused) {
      state.status.setState({ paused });
      channel.post({ type: 'paused', paused });
      setActivity();
    },
    turnMs: (connectionId, tasks) => turnOf(tasks, driver.budgets.get(connectionId, now())),
    usual: (task) => planner.usual(task, cachedAnswer(state.queryClient, task)),
    setLookUpPath(base, path) {
      lookUpPaths.set(base, path);
      keepPath(base, path);
      lookUpPlan.resumeService(base);
    },
    replaceKey: keyring.replace,
    forgetKey: keyring.forget,
    videos: createVideoAccess({
      ...parts,
      lookUpPaths,
      connectionOf: asking.connectionOf,
      checkNow,
    }),
    stop() {
      unsubscribe();
      contentProbe.stop();
      removeEventListener('online', connected);
      removeEventListener('offline', connected);
      removeEventListener('pagehide', leave);
      driver.setActive(false);
      leader.stop();
      visibility.stop();
      channel.close();
    },
  };
}
