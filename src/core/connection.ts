/** A service is a base address; a connection is one key for it. The key itself stays in the vault. */

/** Base address without `/v1…` and without a trailing slash; it also identifies the service. */
export type ServiceBase = string;

/** Where a key is stored: until the tab closes, or on this device (encrypted). */
export type KeepKey = 'tab' | 'device';

/** The default look-up path; `{id}` is the encoded task id. */
export const DEFAULT_LOOK_UP_PATH = '/v1/videos/{id}';

/** The address of the sample service that runs inside the page; `.invalid` never resolves. */
export const SAMPLE_BASE: ServiceBase = 'https://sample.invalid';

/**
 * Stands for a key that a relay adds. It is never sent: requests with it have no `Authorization` header. No service
 * issues such a key.
 */
export const TEAM_KEY = 'the-team’s-key';

/** Takes the place of a masked key. */
export const TEAM_KEY_HINT = '';

/** Whether a relay adds the key; then there is none here to show, change or forget. */
export function isTeamKey({ hint }: Pick<Connection, 'hint'>): boolean {
  return hint === TEAM_KEY_HINT;
}

/** Which key to ask the person for: a connection's, or the first one of a service. */
export interface KeyWanted {
  base: ServiceBase;
  connectionId: string | null;
  /** What to ask: for another key, or how the service wants it. */
  asks?: 'key' | 'scheme';
  /** What the service said about it. */
  said?: string | null;
}

export interface Connection {
  id: string;
  base: ServiceBase;
  /** Masked key, such as `sk-Vb3k…9f2c`; the only form ever shown. Empty for the team's key. */
  hint: string;
  keep: KeepKey;
  addedAt: number;
}
