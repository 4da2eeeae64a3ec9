import { refKey } from '~/core/answer';
import type { AuthScheme } from '~/core/auth-scheme';
import type { GivenAddress } from '~/engine/gateway/address-template';

import type { Cluster, Pairing } from './pairing';
import type { FoundTask, Secret } from './pieces';

/** What the page knows beyond the text. */
export interface Known {
  /** Services of the page's host, in its order; the relay adds the key of those with `teamKey`. */
  services: readonly { base: string; teamKey?: boolean }[];
  /** Whether other addresses are allowed. */
  otherAddresses: boolean;
  /** A link or another app has brought the text: whoever wrote it may not say where a key goes. */
  arrived?: boolean;
  /** Services used before, the latest first, and the masks of the keys that still work there. */
  used: readonly { base: string; hints: readonly string[] }[];
  /** The service that this key is stored for; null if it is new. */
  homeOf: (apiKey: string) => string | null;
  tracked: { has(key: string): boolean };
}

/** What the person said, by the id of a cluster or of loose tasks. */
export interface Said {
  /** The service; null while an address is still being typed. */
  services: ReadonlyMap<string, GivenAddress | null>;
  /** A key of the text, in place of the one that stands with the service. */
  keys: ReadonlyMap<string, Secret>;
}

/** How a route's key gets there. `none`: there is none yet. */
type RouteKey =
  | { kind: 'pasted'; secrets: Secret[] }
  | { kind: 'known'; hint: string }
  | { kind: 'team' }
  | { kind: 'none' };

/** How the text sends a route's key; null if it does not say. */
export function schemeOf(key: RouteKey): AuthScheme | null {
  return key.kind === 'pasted' ? (key.secrets.find(({ scheme }) => scheme)?.scheme ?? null) : null;
}

/** Tasks to add to one service. */
export interface Route {
  id: string;
  address: GivenAddress;
  key: RouteKey;
  tasks: FoundTask[];
  /** Number of further tasks that are on the board already. */
  known: number;
  /** The page's host does not offer this service and allows no others. */
  refused: boolean;
}

/** Something that only the person can say. */
export interface Question {
  id: string;
  /** The key that stands alone; null if tasks do. */
  secret: Secret | null;
  tasks: FoundTask[];
  /** Bases to choose from, the likeliest first. */
  candidates: string[];
}

/** What will happen to a text: routes that are certain, and what must be asked. */
export interface Plan {
  routes: Route[];
  questions: Question[];
}

/** Turns what belongs together into routes. A key goes only where the text, the host or the person says. */
export function planOf(pairing: Pairing, known: Known, said: Said): Plan {
  const plan: Plan = { routes: [], questions: [] };
  const keyCount = pairing.clusters.filter(({ secrets }) => secrets.length > 0).length;
  const candidates = candidatesOf(pairing, known);
  for (const cluster of pairing.clusters) {
    const address = said.services.has(cluster.id)
      ? said.services.get(cluster.id)
      : ((cluster.said ? cluster.address : homeOf(cluster, known)) ??
        cluster.address ??
        (pairing.contested ? null : onlyService(known, keyCount)));
    if (address && (said.services.has(cluster.id) || mayBeNamed(address, known)))
      plan.routes.push(routeOf(cluster, address, known, said));
    else plan.questions.push(questionOf(cluster, candidates));
  }
  for (const { id, tasks } of pairing.loose) {
    const cluster: Cluster = { id, address: null, said: false, secrets: [], tasks };
    const none = pairing.clusters.length === 0;
    const address = said.services.has(id)
      ? said.services.get(id)
      : none
        ? serviceWithKey(known)
        : null;
    if (address) {
      const secrets = keysAt(address, plan.routes);
      plan.routes.push(routeOf({ ...cluster, secrets }, address, known, said));
    } else plan.questions.push(questionOf(cluster, candidates));
  }
  return plan;
}

/** Whether a text may name this service: one that nobody here has pasted, only the host's and those with a key here. */
function mayBeNamed({ base }: GivenAddress, { arrived, services, used }: Known): boolean {
  const own = used.filter(({ hints }) => hints.length > 0);
  return !arrived || [...services, ...own].some((one) => one.base === base);
}

/** The keys that the text gives to this service. */
function keysAt({ base }: GivenAddress, routes: readonly Route[]): Secret[] {
  return routes.flatMap(({ address, key }) =>
    address.base === base && key.kind === 'pasted' ? key.secrets : [],
  );
}

/** A key that this browser has already is no guess. */
function homeOf({ secrets }: Cluster, known: Known): GivenAddress | null {
  const homes = new Set(secrets.map(({ apiKey }) => known.homeOf(apiKey)));
  const [base] = homes;
  return homes.size === 1 && base ? { base, path: null } : null;
}

/** A pasted key may go to the host's service if it is the only one, and the key is. */
function onlyService({ services, otherAddresses }: Known, keys: number): GivenAddress | null {
  const [only, more] = services;
  if (!only || more || (otherAddresses && (keys > 1 || only.teamKey))) return null;
  return { base: only.base, path: null };
}

/** Ids alone send no new key anywhere: the first service with a key of its own will do, and the page says which. */
function serviceWithKey({ services, used }: Known): GivenAddress | null {
  const withKey = used.find(({ hints }) => hints.length > 0)?.base;
  const offered = services.find(({ base, teamKey }) => teamKey || base === withKey) ?? services[0];
  const base = offered?.base ?? withKey;
  return base === undefined ? null : { base, path: null };
}

function routeOf(cluster: Cluster, address: GivenAddress, known: Known, said: Said): Route {
  const { base } = address;
  const fresh = cluster.tasks.filter(({ taskId }) => !known.tracked.has(refKey({ base, taskId })));
  return {
    id: cluster.id,
    address,
    key: keyOf(cluster, base, known, said),
    tasks: fresh,
    known: cluster.tasks.length - fresh.length,
    refused: !known.otherAddresses && !known.services.some((one) => one.base === base),
  };
}

function keyOf({ id, secrets }: Cluster, base: string, known: Known, said: Said): RouteKey {
  if (known.services.some((one) => one.base === base && one.teamKey)) return { kind: 'team' };
  const chosen = said.keys.get(id);
  if (chosen) return { kind: 'pasted', secrets: [chosen] };
  if (secrets.length > 0) return { kind: 'pasted', secrets };
  const hint = known.used.find((one) => one.base === base)?.hints[0];
  return hint === undefined ? { kind: 'none' } : { kind: 'known', hint };
}

function questionOf({ id, secrets, tasks }: Cluster, candidates: string[]): Question {
  return { id, secret: secrets[0] ?? null, tasks, candidates };
}

/** The services that may be meant, first the addresses of the text that nobody has a key for. */
function candidatesOf(pairing: Pairing, known: Known): string[] {
  const hasKey = new Set(
    pairing.clusters.flatMap(({ address, secrets }) =>
      address && secrets.length > 0 ? address.base : [],
    ),
  );
  const inText = pairing.addresses.map(({ base }) => base);
  const candidates = new Set([
    ...inText.filter((base) => !hasKey.has(base)),
    ...inText,
    ...known.services.map(({ base }) => base),
    ...(known.otherAddresses ? known.used.map(({ base }) => base) : []),
  ]);
  const offered = new Set(known.services.map(({ base }) => base));
  return [...candidates].filter((base) => known.otherAddresses || offered.has(base));
}
