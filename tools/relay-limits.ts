import type { Rate, Relay } from '../hosting/relay.mjs';
import { CLIENTS_AT_ONE_ADDRESS } from '../hosting/relay-rules.mjs';

/** How many of the buckets that are full again are kept before they are cleared away. */
const MOST_IDLE = 10_000;

export interface Limits {
  /** Whether an address may ask the relay. */
  address(client: string): boolean;
  /** What to call when a client has its answer; null if it may not ask. */
  client(who: string): (() => void) | null;
  /** Whether a service may be asked with a key. */
  key(key: string): boolean;
}

/** The same limits as nginx's `limit_req` and `limit_conn`. */
export function limitsOf({ client, key }: Pick<Relay, 'client' | 'key'>): Limits {
  const addresses = bucket({
    rate: client.rate * CLIENTS_AT_ONE_ADDRESS,
    burst: client.burst * CLIENTS_AT_ONE_ADDRESS,
  });
  const clients = bucket(client);
  const keys = bucket(key);
  const open = new Map<string, number>();
  return {
    address: addresses,
    key: keys,
    client: (who) => {
      const before = open.get(who) ?? 0;
      if (before >= client.atOnce || !clients(who)) return null;
      open.set(who, before + 1);
      return () => {
        const left = (open.get(who) ?? 1) - 1;
        if (left > 0) open.set(who, left);
        else open.delete(who);
      };
    },
  };
}

/** A leaky bucket for each name. */
function bucket({ rate, burst }: Pick<Rate, 'rate' | 'burst'>): (name: string) => boolean {
  const levels = new Map<string, { at: number; level: number }>();
  const levelOf = ({ at, level }: { at: number; level: number }, now: number): number =>
    Math.max(0, level - ((now - at) / 1000) * rate);
  return (name) => {
    const now = performance.now();
    const level = levelOf(levels.get(name) ?? { at: now, level: 0 }, now) + 1;
    if (level > burst + 1) return false;
    levels.set(name, { at: now, level });
    if (levels.size > MOST_IDLE) {
      for (const [one, last] of levels) if (levelOf(last, now) === 0) levels.delete(one);
    }
    return true;
  };
}
