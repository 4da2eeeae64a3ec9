import type { ConnectionsState, KeyLoss } from '~/engine/state';

/** What a task must know about the keys of its service. */
export interface ServiceKeys {
  /** Why none can be used now; null if one can. */
  loss: KeyLoss | null;
  /** There is more than one: all are tried before a task counts as unknown. */
  several: boolean;
  /** A relay adds the team's key, so none can be changed here. */
  team: boolean;
}

/** A service without any key. */
const NO_KEYS: ServiceKeys = { loss: 'missing', several: false, team: false };

/** The keys of this service. */
export function keysOf(connections: ConnectionsState, base: string): ServiceKeys {
  return keysOfServices(connections).get(base) ?? NO_KEYS;
}

/** The services whose keys are not what they were. */
export function basesWithOtherKeys(
  before: ConnectionsState,
  after: ConnectionsState,
): ReadonlySet<string> {
  const bases = [...keysOfServices(before).keys(), ...keysOfServices(after).keys()];
  return new Set(bases.filter((base) => !isSame(keysOf(before, base), keysOf(after, base))));
}

const known = new WeakMap<ConnectionsState, ReadonlyMap<string, ServiceKeys>>();

/** Read once for all tasks: thousands may have the same few services. */
function keysOfServices(state: ConnectionsState): ReadonlyMap<string, ServiceKeys> {
  const before = known.get(state);
  if (before) return before;
  const services = new Map<string, ServiceKeys>();
  for (const connection of state.connections.values()) {
    const others = services.get(connection.base);
    const loss = state.needKey.get(connection.id) ?? null;
    services.set(connection.base, {
      loss: others ? lossOfBoth(others.loss, loss) : loss,
      several: others !== undefined,
      team: connection.kind === 'team' || others?.team === true,
    });
  }
  known.set(state, services);
  return services;
}

/** One usable key is enough; that a key was refused says more than that another is missing. */
function lossOfBoth(one: KeyLoss | null, other: KeyLoss | null): KeyLoss | null {
  if (one === null || other === null) return null;
  return one === 'refused' ? one : other;
}

function isSame(a: ServiceKeys, b: ServiceKeys): boolean {
  return a.loss === b.loss && a.several === b.several && a.team === b.team;
}
