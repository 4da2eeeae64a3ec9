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
