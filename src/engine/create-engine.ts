import { createLookUpPaths } from '~/engine/look-ups/paths';
import { createAuthSchemes } from '~/engine/look-ups/auth-schemes';
import { createRequestFor } from '~/engine/look-ups/request-for';
import { createVideoAccess } from '~/engine/media/video-access';
import { createKeyring } from '~/engine/storage/keyring';
import { storeEvents } from '~/engine/storage/store-events';
import { startLeader } from '~/engine/tabs/leader';
import { joinTabs } from '~/engine/tabs/tabs';
import { watchVisibility } from '~/engine/tabs/visibility';
import { watchNetwork } from '~/platform/watch-network';

import { createBoardActions } from './board-actions';
import { createBus } from './bus';
import type { Engine } from './engine';
import { startFeeds } from './lazy-feeds';
import { startLookUps } from './lazy-look-ups';
import type { EngineParts } from './parts';
import { applyEvents } from './state';

/**
 * Builds the engine: parts that tell each other over the bus what happens, the state first, so that it has changed when
 * the others hear of it. Of a large board only the first cards may have been read by now: `rest` brings the others.
 */
export function createEngine(outside: EngineParts): Engine {
  const { state, rows, remembered } = outside;
  const bus = createBus();
  applyEvents(state, bus);
  storeEvents(rows, bus);
  const lookUpPaths = createLookUpPaths(new Map(remembered.lookUpPaths), bus);
  const authSchemes = createAuthSchemes({
    remembered: remembered.schemes,
    configured: outside.schemeOf,
    bus,
  });
  const leader = startLeader({
    ...outside,
    beat: () => bus.emit({ type: 'beat' }),
    onChange: (leading) => state.status.setState({ leading }),
  });
  bus.on('beat', leader.handleBeat);
  const visibility = watchVisibility(bus);
  const whole = outside.rest?.then((stored) => bus.emit({ type: 'stored', ...stored })) ?? null;
  const shared = {
    ...outside,
    ...visibility,
    whole,
    bus,
    lookUpPaths,
    authSchemes,
    requestFor: createRequestFor({ ...outside, lookUpPaths, authSchemes }),
    mayWrite: leader.mayAct,
  };
  const lookUps = startLookUps(shared);
  const keyring = createKeyring(shared);
  const board = createBoardActions({ ...shared, keyring });
  const leaveTabs = joinTabs(shared);
  const stopFeeds = startFeeds({ ...shared, ...board });
  const stopNetwork = watchNetwork(
    (online) => state.status.setState({ online }),
    () => void rows.flush(),
  );
  const stops = [stopNetwork, lookUps.stop, stopFeeds, leader.stop, visibility.stop, leaveTabs];

  return {
    ...state,
    ...board,
    on: bus.on,
    lookUpPaths: lookUpPaths.known,
    authSchemes: authSchemes.known,
    async firstCheck(request, signal) {
      const { checkLookUpPaths } = await import('~/engine/look-ups/check-paths');
      return checkLookUpPaths(shared, request, signal);
    },
    async latestTasks(request, signal) {
      const { askLatest } = await import('~/engine/look-ups/ask-latest');
      return askLatest({ ...shared, ...lookUps }, request, signal);
    },
    checkNow: (keys) => bus.emit({ type: 'check', keys: [...keys] }),
    watch: (keys) => bus.emit({ type: 'watched', keys }),
    setPaused: (paused) => bus.emit({ type: 'paused', paused }),
    turnMs: lookUps.turnMs,
    usual: lookUps.usual,
    setLookUpPath: lookUpPaths.set,
    schemeOf: authSchemes.schemeOf,
    setScheme: (base, scheme) => authSchemes.set(base, scheme, 'person'),
    serviceOfKey: keyring.serviceOf,
    replaceKey(connectionId, apiKey, keep, scheme = null) {
      const base = state.connections.getState().connections.get(connectionId)?.base;
      if (scheme && base !== undefined) authSchemes.set(base, scheme, 'pasted');
      return keyring.replace(connectionId, apiKey, keep);
    },
    forgetKey: keyring.forget,
    async sealKeys(passphrase) {
      const { sealKeys } = await import('~/engine/board-file/sealed-keys');
      return sealKeys(keyring.all(), passphrase);
    },
    videos: createVideoAccess({ ...shared, ...lookUps }),
    stop: () => stops.forEach((stop) => stop()),
  };
}
