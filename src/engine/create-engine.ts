import { refKey } from '~/core/answer';
import { openChannel } from '~/engine/tabs/channel';
import { DEFAULT_LIMITS } from '~/engine/look-ups/budget';
import { createDriver } from '~/engine/look-ups/driver';
import { startLeader } from '~/engine/tabs/leader';
import { turnOf } from '~/engine/look-ups/schedule';

import { createLookUpPlan } from '~/engine/look-ups/plan';
import { createAuthSchemes } from '~/engine/look-ups/auth-schemes';
import { createAsking } from '~/engine/look-ups/asking';
import { createBoardActions } from './board-actions';
import { checkLookUpPaths } from '~/engine/look-ups/check-paths';
import { lazyProbe } from '~/engine/look-ups/lazy-probe';
import { createVideoAccess } from '~/engine/media/video-access';
import { createLookUpPaths } from '~/engine/look-ups/paths';
import type { Engine } from './engine';
import type { EngineParts } from './parts';
import { createKeyring } from '~/engine/storage/keyring';
import { messageSchema, type Message } from '~/engine/tabs/messages';
import { newId } from '~/platform/new-id';
import { createPlanner } from '~/engine/look-ups/planner';
import { pardonKeys, teamConnections } from './state';
import { handleTabMessages, postKeys } from '~/engine/tabs/tabs';
import { watchVisibility } from '~/engine/tabs/visibility';
import { watchNetwork } from '~/platform/watch-network';

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
  const authSchemes = createAuthSchemes({
    remembered: parts.remembered.schemes,
    configured: parts.schemeOf,
    onSet(base, stored) {
      void rows.putScheme(base, stored);
      channel.post({ type: 'scheme', base, stored });
    },
    onChange(base) {
      pardonKeys(state, base);
      lookUpPlan.resumeService(base);
    },
  });
  const asking = createAsking({
    ...parts,
    lookUpPaths,
    authSchemes,
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
    authSchemes,
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
    authSchemes,
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
    driver.wake();
    if (after.needKey === before.needKey) return;
    const lost = [...after.needKey.keys()].filter((id) => !before.needKey.has(id));
    if (lost.length > 0) channel.post({ type: 'need-key', connectionIds: lost });
  });
  const stopNetwork = watchNetwork(
    (online) => {
      const { online: before } = state.status.getState();
      state.status.setState({ online });
      setActivity();
      if (!before && online) lookUpPlan.resumeReach();
    },
    () => void rows.flush(),
  );

  return {
    ...state,
    ...board,
    lookUpPaths: lookUpPaths.known,
    authSchemes: authSchemes.known,
    async add(request) {
      if (request.scheme) authSchemes.set(request.base, request.scheme, 'pasted');
      const ids: string[] = [];
      for (const apiKey of request.keys)
        ids.push(await keyring.keep(request.base, apiKey, request.keep));
      return board.add(request, ids);
    },
    firstCheck: (request, signal) =>
      checkLookUpPaths({ ...parts, lookUpPaths, authSchemes }, request, signal),
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
    usual: (task) => planner.usual(task, state.answers.get(task)),
    setLookUpPath(base, path) {
      lookUpPaths.set(base, path);
      keepPath(base, path);
      lookUpPlan.resumeService(base);
    },
    serviceOfKey: keyring.serviceOf,
    schemeOf: authSchemes.schemeOf,
    setScheme: (base, scheme) => authSchemes.set(base, scheme, 'person'),
    replaceKey(connectionId, apiKey, keep, scheme = null) {
      const base = state.connections.getState().connections.get(connectionId)?.base;
      if (scheme && base !== undefined) authSchemes.set(base, scheme, 'pasted');
      return keyring.replace(connectionId, apiKey, keep);
    },
    forgetKey: keyring.forget,
    videos: createVideoAccess({
      ...parts,
      lookUpPaths,
      authSchemes,
      connectionOf: asking.connectionOf,
      checkNow,
    }),
    stop() {
      unsubscribe();
      contentProbe.stop();
      stopNetwork();
      driver.setActive(false);
      leader.stop();
      visibility.stop();
      channel.close();
    },
  };
}
