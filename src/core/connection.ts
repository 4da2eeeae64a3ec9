/** A service is a base address; a connection is one key for it. The key itself stays in the vault. */

/** Base address without `/v1…` and without a trailing slash: it is also the service's identity. */
export type ServiceBase = string;

/** Where a key is remembered: until the tab closes, or on this device (encrypted). */
export type KeepKey = 'tab' | 'device';

/** The template asked when nobody said otherwise; `{id}` is the encoded task id. */
export const DEFAULT_LOOK_UP_PATH = '/v1/videos/{id}';

/** The address of the sample gateway that lives inside the page; `.invalid` can never resolve. */
export const SAMPLE_BASE: ServiceBase = 'https://sample.invalid';

/**
 * Stands for the key that a relay adds by itself. It is never sent: requests with it go without an `Authorization`.
 * No service gives out such a key.
 */
export const TEAM_KEY = 'the-team’s-key';

/** What stands where other connections have their masked key. */
export const TEAM_KEY_HINT = '';

/** Whether a relay adds the key: this browser has none that could be shown, changed or forgotten. */
export function isTeamKey({ hint }: Pick<Connection, 'hint'>): boolean {
  return hint === TEAM_KEY_HINT;
}

/** For whose key the person is asked: a connection's, or the first one of a service that has none. */
export interface KeyWanted {
  base: ServiceBase;
  connectionId: string | null;
}

export interface Connection {
  id: string;
  base: ServiceBase;
  /** Masked key, such as `sk-Vb3k…9f2c`; the only form that is ever drawn. Empty for the team's key. */
  hint: string;
  keep: KeepKey;
  addedAt: number;
}
