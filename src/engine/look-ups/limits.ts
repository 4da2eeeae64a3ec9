import { isRelayed } from '~/core/relayed';
import type { EngineState } from '~/engine/state';

/** Public services allow 5 requests per second and key; 4 leaves room for a person's own scripts. */
const DEFAULT_RATE = 4;
/** Look-ups that may start in a burst. */
const DEFAULT_BURST = 10;
/** The lowest rate: one look-up in 10 s still notices when the service has recovered. */
export const SLOWEST = 0.1;

/** Rate limits of a key, as set by an admin. */
export interface Limits {
  /** Requests per second. */
  rate: number;
  burst: number;
  /** Requests per look-up: 2 if the service counts preflights too; 1 by default. */
  cost?: number;
}

/** Rate limits unless an admin sets others. */
export const DEFAULT_LIMITS: Limits = { rate: DEFAULT_RATE, burst: DEFAULT_BURST };

/**
 * The same where a relay counts for everybody. What waits here for its turn comes too late for the moment at which all
 * pages ask, and then costs the service a request more.
 */
const RELAYED_LIMITS: Limits = { rate: 2 * DEFAULT_RATE, burst: 4 * DEFAULT_BURST };

/** What applies to each connection: an admin's limits, or those above. */
export function createLimitsOf(
  state: EngineState,
  configured?: (base: string) => Limits | null,
): (connectionId: string) => Limits {
  return (connectionId) => {
    const base = state.connections.getState().connections.get(connectionId)?.base ?? '';
    return configured?.(base) ?? (isRelayed(base) ? RELAYED_LIMITS : DEFAULT_LIMITS);
  };
}

/** How often, at most, each of `tasks` tasks on one key can be looked up, in ms; shown when a key is crowded. */
export function turnOf(tasks: number, { rate, cost = 1 }: Pick<Limits, 'rate' | 'cost'>): number {
  return Math.ceil((Math.max(0, tasks) * cost * 1000) / Math.max(SLOWEST, rate));
}
