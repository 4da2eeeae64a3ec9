import type { AuthScheme } from './auth-scheme';

/** Which header carries the key, and what stands before the key in it. */
export const KEY_HEADER = {
  bearer: { name: 'Authorization', before: 'Bearer ' },
  key: { name: 'Authorization', before: 'Key ' },
  'x-api-key': { name: 'X-Api-Key', before: '' },
  'api-key': { name: 'Api-Key', before: '' },
  'x-goog-api-key': { name: 'X-Goog-Api-Key', before: '' },
  'signed-pair': { name: 'Authorization', before: 'Bearer ' },
} as const satisfies Record<AuthScheme, { name: string; before: string }>;

/**
 * Whether browsers keep the key from another host that a redirect leads to. They drop `Authorization` there and send
 * every other header on.
 */
export function isDroppedOnRedirect(scheme: AuthScheme): boolean {
  return KEY_HEADER[scheme].name === 'Authorization';
}
