import type { Connection } from '~/core/connection';
import { maskKey } from '~/core/mask';
import type { Config } from '~/app/config';
import { createBoardActions } from '~/engine/board-actions';
import { createBus, type Bus } from '~/engine/bus';
import type { FeedParts } from '~/engine/feeds/follow-feeds';
import { gateway } from '~/engine/gateway/gateway';
import { startLookUps } from '~/engine/lazy-look-ups';
import { createAuthSchemes } from '~/engine/look-ups/auth-schemes';
import { createLookUps } from '~/engine/look-ups/look-ups';
import { createLookUpPaths } from '~/engine/look-ups/paths';
import { createRequestFor } from '~/engine/look-ups/request-for';
import { applyEvents, createState, putConnection } from '~/engine/state';
import type { Db } from '~/engine/storage/db';
import { createRows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';
import type { Timers } from '~/platform/timers';

import { withUpstreams, type Upstream } from './upstreams';

/** What the environment says beside `config.json`. */
export interface Keys {
  /** Of services that are asked directly, by their base. */
  own: ReadonlyMap<string, string>;
  /** Where services behind the relay are asked, as the relay would. */
  upstreams: readonly Upstream[];
}

/** The engine without a screen and without storage: what it knows lasts as long as the process. */
export interface Headless extends FeedParts {
  bus: Bus;
  /** Services without a key: their tasks are never asked about. */
  canAsk(base: string): boolean;
  stop(): void;
}

/** Looks up whatever is added to it, from now on, with these keys. */
export async function startHeadless(
  services: Config['services'],
  keys: Keys,
  network: typeof fetch,
): Promise<Headless> {
  const state = createState();
  const bus = createBus();
  applyEvents(state, bus);
  const vault = createVault(NO_DB, null);
  for (const { base } of services) {
    const connection = connectionTo(base, keys);
    if (connection === null) continue;
    if (connection.kind === 'own') await vault.keep(base, keys.own.get(base) ?? '', 'tab');
    putConnection(state, connection, null);
  }
  state.status.setState({ leading: true });
  const serviceOf = (base: string) => services.find((service) => service.base === base);
  const paths = services.flatMap(({ base, lookUpPath }): [string, string][] =>
    lookUpPath === null ? [] : [[base, lookUpPath]],
  );
  const lookUpPaths = createLookUpPaths(new Map(paths), bus);
  const schemeOf = (base: string) => serviceOf(base)?.scheme ?? null;
  const authSchemes = createAuthSchemes({ remembered: [], configured: schemeOf, bus });
  let hasStopped = false;
  const parts = {
    state,
    vault,
    rows: createRows(NO_DB, Date.now),
    timers: TIMERS,
    gateway,
    loadLookUps: async () => ({ createLookUps }),
    fetch: withUpstreams(network, keys.upstreams),
    now: Date.now,
    random: Math.random,
    ownOrigin: null,
    locks: null,
    epochs: null,
    remembered: { lookUpPaths: [], schemes: [], history: null },
    limits(base: string) {
      const allowed = serviceOf(base)?.lookUps;
      return allowed ? { rate: allowed.perSecond, burst: allowed.burst, cost: 1 } : null;
    },
    bus,
    lookUpPaths,
    authSchemes,
    whole: null,
    mayWrite: () => !hasStopped,
    anyVisible: () => true,
    isVisible: () => true,
  };
  const requestFor = createRequestFor(parts);
  const lookUps = startLookUps({ ...parts, requestFor });
  // All keys are there from the start.
  const keyring = { keep: async () => Promise.reject(new TypeError('No keys are added here')) };
  const board = createBoardActions({ ...parts, keyring });
  const { connections } = state.connections.getState();
  return {
    ...parts,
    ...board,
    canAsk: (base) => connections.has(base),
    stop() {
      hasStopped = true;
      lookUps.stop();
    },
  };
}

function connectionTo(base: string, { own, upstreams }: Keys): Connection | null {
  const common = { id: base, base, keep: 'tab', addedAt: Date.now() } as const;
  const upstream = upstreams.find((one) => one.base === base);
  if (upstream && upstream.adds !== null) return { ...common, kind: 'team', hint: '' };
  const key = own.get(base);
  return key === undefined ? null : { ...common, kind: 'own', hint: maskKey(key) };
}

/** Nothing is stored, and nothing of it is missed. */
const NO_DB: Db = {
  load: async () => [],
  read: async () => [],
  between: async () => [],
  put: async () => true,
  remove: async () => true,
  claim: async (_name, value) => value,
};

const TIMERS: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, Math.max(0, Math.min(delayMs, 2 ** 31 - 1)));
    return () => clearTimeout(timer);
  },
};
