import type { AuthScheme } from '~/core/auth-scheme';
import { BY_RELAY, type SentKey } from '~/core/connection';
import { isDroppedOnRedirect, KEY_HEADER } from '~/core/key-header';

import { schemeFor } from './scheme-for';
import { canSign, pairOf, signWithPair, tokenOf } from './signed-pair';

/** A key, and how its service wants it. */
interface Credential {
  apiKey: SentKey;
  /** Which service; its host may be known to want the key in a certain way. */
  base: string;
  /** How it wants the key, if somebody said so. */
  scheme?: AuthScheme | null | undefined;
}

/** Everything a request about a task says. */
export interface TaskRequest extends Credential {
  /** Template with `{id}`; null means `/v1/videos/{id}`. */
  path: string | null;
  id: string;
  fetch: typeof fetch;
  /** Epoch ms, to interpret dates in `Retry-After`, and because a signed pair of keys is good for a while. */
  now: () => number;
  /**
   * The answer must not come from the browser's store. Not for every request: it bypasses the store of preflights too,
   * so each one would cost two.
   */
  anew?: boolean;
}

/** Options of all requests. */
export async function requestWith(
  credential: Credential & Pick<TaskRequest, 'anew'>,
  accept: string,
  signal: AbortSignal,
  now: number,
): Promise<RequestInit> {
  return {
    method: 'GET',
    headers: (await headersWith(credential, accept, now)).headers,
    // Cookies only go to the page's own host, where a relay may be behind a sign-in. With cookies for other hosts, the
    // `*` in the gateways' CORS headers would not apply.
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    redirect: redirectWith(credential),
    cache: credential.anew === true ? 'no-store' : 'default',
    signal,
  };
}

/**
 * Published pages list all three as required, including Content-Type on a GET. A relay adds the team's key. `until`:
 * when the headers must be made anew, in epoch ms; null if they stay good.
 */
export async function headersWith(
  credential: Credential,
  accept: string,
  now: number,
): Promise<{ headers: Record<string, string>; until: number | null }> {
  const { apiKey } = credential;
  const others = { Accept: accept, 'Content-Type': 'application/json' };
  if (apiKey === BY_RELAY) return { headers: { ...BY_SCRIPT, ...others }, until: null };
  const { name, before } = KEY_HEADER[schemeOf(credential)];
  const signed = isSigned(credential, apiKey) ? await signWithPair(apiKey, now) : null;
  return {
    headers: { [name]: before + (signed?.token ?? apiKey), ...others },
    until: signed?.until ?? null,
  };
}

/**
 * A redirect must not carry the key to another host. Where the browser would not drop it, no redirect is followed, not
 * even to the same host: a page is not told where a redirect leads.
 */
export function redirectWith(credential: Credential): 'follow' | 'manual' {
  return !sendsKey(credential) || isDroppedOnRedirect(schemeOf(credential)) ? 'follow' : 'manual';
}

/** Whether a redirect was not followed. Browsers hide its status, Node shows it. */
export function isRedirect({ type, status }: Pick<Response, 'type' | 'status'>): boolean {
  return type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
}

/**
 * With this header, a sign-in in front of the relay answers 401 instead of redirecting to its page, which a script
 * cannot show: a convention of XMLHttpRequest kept by oauth2-proxy, Cloudflare Access and others. Relays drop it.
 */
const BY_SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };

/**
 * Why a key cannot be sent; null if it can. Without this, `fetch` throws what looks like a network error for a
 * character that no header can carry, and a pair cannot be signed on a page without https.
 */
export function unsendable(credential: Credential): 'plain-key' | 'secure-page' | null {
  const { apiKey } = credential;
  if (apiKey === BY_RELAY) return null;
  if (!/^[\u0021-\u007E]+$/.test(apiKey)) return 'plain-key';
  return isSigned(credential, apiKey) && !canSign() ? 'secure-page' : null;
}

/** A shorter half of a pair may be a word of any answer. */
const LEAST_HALF = 10;

/** All that must not be kept of what a service says: the key, of a pair each half, and what it signed. */
export function secretsIn({ apiKey }: Pick<Credential, 'apiKey'>): string[] {
  if (apiKey === BY_RELAY) return [];
  const pair = pairOf(apiKey);
  if (pair === null) return [apiKey];
  const halves = [pair.secret, pair.access].filter(({ length }) => length >= LEAST_HALF);
  return [apiKey, ...halves, tokenOf(apiKey) ?? ''];
}

/** A single key for a service that signs is sent as it is: Kling issues both. */
function isSigned(credential: Credential, apiKey: string): boolean {
  return schemeOf(credential) === 'signed-pair' && pairOf(apiKey) !== null;
}

function schemeOf({ base, scheme = null }: Credential): AuthScheme {
  return schemeFor(base, scheme);
}

/** Whether a key was sent; the team's never is. */
export function sendsKey({ apiKey }: Pick<Credential, 'apiKey'>): boolean {
  return apiKey !== BY_RELAY;
}
