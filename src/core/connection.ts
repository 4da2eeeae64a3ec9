/** A service is a base address; a connection is one key for it. The key itself stays in the vault. */

/** Base address without `/v1…` and without a trailing slash; it also identifies the service. */
export type ServiceBase = string;

/** Where a key is stored: until the tab closes, or on this device (encrypted). */
export type KeepKey = 'tab' | 'device';

/** The default look-up path; `{id}` is the encoded task id. */
export const DEFAULT_LOOK_UP_PATH = '/v1/videos/{id}';

/** The address of the sample service that runs inside the page; `.invalid` never resolves. */
export const SAMPLE_BASE: ServiceBase = 'https://sample.invalid';

/** In place of a key that a relay adds. It is no text, so nothing can send, store or show it as one. */
export const BY_RELAY: unique symbol = Symbol('a relay adds the key');

/** What requests are made with: a key, or none of their own. */
export type SentKey = string | typeof BY_RELAY;

/** Which key to ask the person for: a connection's, or the first one of a service. */
export interface KeyWanted {
  base: ServiceBase;
  connectionId: string | null;
  /** What to ask: for another key, or how the service wants it. */
  asks?: 'key' | 'scheme';
  /** What the service said about it. */
  said?: string | null;
}

/** `own`: a person's key. `team`: a relay adds it, so there is none here to show, change or forget. */
export type Connection = OwnConnection | TeamConnection;

interface AnyConnection {
  id: string;
  base: ServiceBase;
  keep: KeepKey;
  addedAt: number;
}

interface OwnConnection extends AnyConnection {
  kind: 'own';
  /** Masked key, such as `sk-Vb3k…9f2c`; the only form ever shown. */
  hint: string;
}

interface TeamConnection extends AnyConnection {
  kind: 'team';
  /** How builds that know no kinds tell it, in rows and in messages. */
  hint: '';
}
