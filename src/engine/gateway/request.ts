import { TEAM_KEY } from '~/core/connection';

/** The request all calls share. `cache` stays as it is: `no-store` would skip the cache of preflights, too. */
export function requestWith(apiKey: string, accept: string, signal: AbortSignal): RequestInit {
  return {
    method: 'GET',
    headers: headersWith(apiKey, accept),
    // Cookies go to the page's own host alone, where a relay may stand behind a sign-in. With cookies for others, the
    // `*` of the gateways' CORS headers would mean nothing.
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    signal,
  };
}

/** Published pages mark all three as required, Content-Type on a GET among them. The team's key is the relay's. */
export function headersWith(apiKey: string, accept: string): Record<string, string> {
  return {
    ...(apiKey === TEAM_KEY ? BY_SCRIPT : { Authorization: `Bearer ${apiKey}` }),
    Accept: accept,
    'Content-Type': 'application/json',
  };
}

/**
 * A sign-in before the relay answers 401 to who says so, and leads others to its own page, which a script cannot show:
 * a custom of XMLHttpRequest that oauth2-proxy, Cloudflare Access and others keep. Relays pass it to nobody.
 */
const BY_SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };

/** A key that can stand in a header; else `fetch` would throw what looks like a network error. */
export function isSendable(apiKey: string): boolean {
  return apiKey === TEAM_KEY || /^[\u0021-\u007E]+$/.test(apiKey);
}
