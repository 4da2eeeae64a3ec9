import { RENEWED } from '~/core/renewed';

import { renewedPolicy } from './renewed-policy';

/** The settings can change at any time: ask the host first, and fall back to the cached copy. */
export const CONFIG = 'config.json';
/** How long, in ms, the page's start waits for a host that does not answer. */
const HOST_MS = 3000;

/**
 * The settings for the page's start, with a header if the cached page's policy has changed since it was loaded.
 * @param own the cache of this version, which contains the page itself
 */
export async function configFor(url: string, own: Cache): Promise<Response> {
  const [reply, renewed] = await Promise.all([settings(url, own), renewPolicy(own)]);
  if (!renewed || reply.type === 'error') return reply;
  const headers = new Headers(reply.headers);
  headers.set(RENEWED, 'yes');
  return new Response(reply.body, { headers, status: reply.status });
}

/** The host's current settings, or the last ones known. Never rejects. */
export async function settings(url: string, own: Cache): Promise<Response> {
  const known = (await own.match(url)) ?? (await caches.match(url));
  try {
    const reply = await ask(url, { cache: 'no-cache' });
    if (reply.status === 404) {
      await own.delete(url);
      return reply;
    }
    // A sign-in or a failing host may answer something else; then the known settings still apply.
    if (!reply.ok || reply.redirected || isPage(reply)) return known ?? reply;
    // If they cannot be cached, they apply all the same.
    await own.put(url, reply.clone()).catch(() => {});
    return reply;
  } catch {
    return known ?? Response.error();
  }
}

export function isPage({ headers }: Response): boolean {
  return /html/.test(headers.get('content-type') ?? '');
}

/**
 * The page's headers say whom it may ask, and they follow from config.json: the cached page takes over the host's
 * current policy, while its HTML stays that of this version. Resolves to whether anything changed; never rejects.
 */
async function renewPolicy(own: Cache): Promise<boolean> {
  try {
    const [now, page] = await Promise.all([
      ask('./', { cache: 'reload', redirect: 'error' }),
      own.match('./'),
    ]);
    if (!now.ok || !page) return false;
    const policy = renewedPolicy(page.headers.get(POLICY), now.headers.get(POLICY));
    if (policy === null) return false;
    const headers = new Headers(page.headers);
    headers.set(POLICY, policy);
    await own.put('./', new Response(page.body, { headers }));
    return true;
  } catch {
    return false;
  }
}

const POLICY = 'content-security-policy';

async function ask(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(HOST_MS) });
}
