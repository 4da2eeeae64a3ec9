import { SAMPLE_BASE, type Connection } from '~/core/connection';
import { yieldToMain, inSlices } from '~/platform/yield-to-main';
import { workerTimers } from '~/platform/timers';
import { openDb } from '~/engine/storage/db';
import { createRows, type Remembered, type Rows } from '~/engine/storage/rows';
import { createVault } from '~/engine/storage/vault';
import { createEngine } from '~/engine/create-engine';
import type { BoardCounts } from '~/engine/answers/board-totals';
import type { Engine } from '~/engine/engine';
import { createState, putConnection, putTasks, type EngineState } from '~/engine/state';

import type { Config } from './config';
import { readFirstCards } from './first-cards';
import { withMediaRelay } from './media-relay';
import { lazyGateway } from './lazy-gateway';
import { sampleBirths } from './sample-board';

/**
 * Loads stored data; of a large board the first cards, and the rest once these are `drawn`, as the code of look-ups: its
 * evaluation would stand between a slow phone and its first card. What hosts list is followed once the code of the cards
 * has been `fetched`, so that these need not share the line. Always resolves: without storage the board is simply empty.
 */
export async function startEngine(
  config: Promise<Config>,
  { fetched, drawn }: { fetched: Promise<void>; drawn: Promise<void> },
): Promise<Engine> {
  const timers = workerTimers();
  const state = createState();
  const db = openDb('rushes', (health) => {
    if (state.status.getState().storage !== 'unreadable' || health !== 'ok') {
      state.status.setState({ storage: health });
    }
  });
  const rows = createRows(db, Date.now);
  const vault = createVault(db, tabStorage());

  const [remembered, { services, mediaByRelay, feeds }] = await Promise.all([
    loadFirst(rows),
    config,
  ]);
  if (remembered.unreadable > 0) state.status.setState({ storage: 'unreadable' });
  const connections = remembered.connections.filter(stillThere(services));
  const own = connections.filter(({ kind }) => kind === 'own');
  const opened = new Set(await vault.load(own.map(({ id }) => id)));
  for (const connection of connections) {
    const usable = connection.kind === 'team' || opened.has(connection.id);
    putConnection(state, connection, usable ? null : 'missing');
  }
  putTasks(state, remembered.tracked);
  state.tracked.setState({ isWhole: remembered.isWhole });
  state.lastCounts = remembered.counts;
  await yieldToMain();
  const slice = inSlices();
  for (const [ref, answer] of remembered.answers) {
    await slice();
    state.answers.put(ref, answer);
  }
  await yieldToMain();

  return createEngine({
    state,
    vault,
    rows,
    timers,
    gateway: lazyGateway,
    loadLookUps: () => drawn.then(() => import('~/engine/look-ups/look-ups')),
    loadFeeds:
      feeds.length > 0
        ? () =>
            fetched.then(async () =>
              (await import('./config-feeds')).followerOf({ feeds, services }),
            )
        : undefined,
    fetch: withSample(
      withMediaRelay(globalThis.fetch.bind(globalThis), mediaByRelay, document.baseURI),
    ),
    now: Date.now,
    random: Math.random,
    ownOrigin: location.origin,
    locks: navigator.locks ?? null,
    epochs: localStorageOrNull(),
    rest: remembered.counts && drawn.then(() => loadRest(rows, state)),
    remembered: {
      ...remembered,
      // What the person set or this browser found takes precedence over the admin's defaults.
      lookUpPaths: [...setPaths(services), ...remembered.lookUpPaths],
    },
    limits: (base) => {
      const allowed = services.find((service) => service.base === base)?.lookUps;
      if (!allowed) return null;
      const { perSecond, burst, countPreflights } = allowed;
      return { rate: perSecond, burst, cost: countPreflights ? 2 : 1 };
    },
    schemeOf: (base) => services.find((service) => service.base === base)?.scheme ?? null,
    linksLastMs: (base) => services.find((service) => service.base === base)?.linksLastMs ?? null,
  });
}

/** Where the board is large, its first cards as they were left, with the counts to show until the rest is there. */
async function loadFirst(rows: Rows): Promise<Remembered & { counts: BoardCounts | null }> {
  const first = readFirstCards();
  const found = first && (await rows.loadFirst(first.keys));
  // Not one of them is there any more.
  if (!found || found.tracked.length === 0) return { ...(await rows.load()), counts: null };
  return { ...found, counts: first };
}

async function loadRest(rows: Rows, state: EngineState): Promise<Remembered> {
  const rest = await rows.load();
  if (rest.unreadable > 0) state.status.setState({ storage: 'unreadable' });
  return rest;
}

/** A relay's key exists as long as the host says so; a person's, until the person deletes it. */
function stillThere(services: Config['services']): (connection: Connection) => boolean {
  const byRelay = new Set(services.filter(({ teamKey }) => teamKey).map(({ base }) => base));
  return (connection) => connection.kind === 'own' || byRelay.has(connection.base);
}

/** Requests to the sample address never leave the page: the gateway in the tab answers them. */
function withSample(network: typeof fetch): typeof fetch {
  let sample: Promise<(request: Request) => Promise<Response>> | null = null;
  return async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(`${SAMPLE_BASE}/`)) return network(input, init);
    sample ??= import('~/demo/server').then(({ createDemoGateway }) =>
      createDemoGateway({ births: sampleBirths }),
    );
    return (await sample)(request);
  };
}

function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}

function localStorageOrNull(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function setPaths(services: Config['services']): [base: string, path: string][] {
  return services.flatMap(({ base, lookUpPath }): [string, string][] =>
    lookUpPath === null ? [] : [[base, lookUpPath]],
  );
}
