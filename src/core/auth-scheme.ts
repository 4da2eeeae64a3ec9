/** How a service wants its key: the header, and what stands before the key in it. */
export const AUTH_SCHEMES = [
  /** `Authorization: Bearer …`, unless something says otherwise. */
  'bearer',
  /** `Authorization: Key …` (fal). */
  'key',
  'x-api-key',
  /** Azure. */
  'api-key',
  /** Google. */
  'x-goog-api-key',
  /** An access key and a secret key that sign a short JWT, sent as `Bearer` (Kling). */
  'signed-pair',
] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** Who said so: a person's choice outlasts what a pasted text shows. */
export const SCHEME_SOURCES = ['person', 'pasted'] as const;
export type SchemeSource = (typeof SCHEME_SOURCES)[number];

/** A service's scheme as it is stored. */
export interface StoredScheme {
  scheme: AuthScheme;
  by: SchemeSource;
}
