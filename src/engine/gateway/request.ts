import { TEAM_KEY } from '~/core/connection';

/** Options of all requests. `cache` stays unset: `no-store` would also bypass the preflight cache. */
export function requestWith(apiKey: string, accept: string, signal: AbortSignal): RequestInit {
  return {
    method: 'GET',
    headers: headersWith(apiKey, accept),
    // Cookies only go to the page's own host, where a relay may be behind a sign-in. With cookies for other hosts, the
    // `*` in the gateways' CORS headers would not apply.
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    signal,
  };
}

/** Published pages list all three as required, including Content-Type on a GET. A relay adds the team's key. */
export function headersWith(apiKey: string, accept: string): Record<string, string> {
  return {
    ...(apiKey === TEAM_KEY ? BY_SCRIPT : { Authorization: `Bearer ${apiKey}` }),
    Accept: accept,
    'Content-Type': 'application/json',
  };
}

/**
 * With this header, a sign-in in front of the relay answers 401 instead of redirecting to its page, which a script
 * cannot show: a convention of XMLHttpRequest kept by oauth2-proxy, Cloudflare Access and others. Relays drop it.
 */
const BY_SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };

/** Whether a key may be used in a header; otherwise `fetch` throws what looks like a network error. */
export function isSendable(apiKey: string): boolean {
  return apiKey === TEAM_KEY || /^[\u0021-\u007E]+$/.test(apiKey);
}
