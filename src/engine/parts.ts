import type { AuthScheme } from '~/core/auth-scheme';
import type { Gateway } from '~/engine/gateway/gateway';
import type { FeedParts } from '~/engine/feeds/follow-feeds';
import type { Limits } from '~/engine/look-ups/limits';
import type { Timers } from '~/platform/timers';
import type { Remembered, Rows } from '~/engine/storage/rows';
import type { Vault } from '~/engine/storage/vault';

import type { LookUps, LookUpsOptions } from '~/engine/look-ups/look-ups';
import type { EngineState } from './state';

/** What the engine is built from; tests pass their own. */
export interface EngineParts {
  state: EngineState;
  vault: Vault;
  rows: Rows;
  timers: Timers;
  gateway: Gateway;
  /** Where the code of look-ups comes from: it is not part of the first download. */
  loadLookUps: () => Promise<{ createLookUps: (options: LookUpsOptions) => LookUps }>;
  /** Where the code comes from that follows the host's feeds; left out where there are none. */
  loadFeeds?: (() => Promise<(parts: FeedParts) => () => void>) | undefined;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  /** Of the page; null where there is none. */
  ownOrigin: string | null;
  locks: LockManager | null;
  epochs: Storage | null;
  /** Stored look-up paths and schemes by service, and learnt durations. */
  remembered: Pick<Remembered, 'lookUpPaths' | 'schemes' | 'history'>;
  /** What storage knows beside what is in the state already; null if nothing. Never rejects. */
  rest?: Promise<Remembered> | null;
  /** Rate limits an admin has set for a key of a service; null for the default. */
  limits?: (base: string) => Limits | null;
  /** How a service wants its key, as set by an admin; null if unset. */
  schemeOf?: (base: string) => AuthScheme | null;
  /** How long a service's video links stay valid, in ms, as set by an admin; null if unknown. */
  linksLastMs?: (base: string) => number | null;
}
