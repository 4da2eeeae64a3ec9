import { RENEWED } from '~/core/renewed';

import { renewedPolicy } from './renewed-policy';

/** What the host of the page may change at any time: asked first, remembered for when nobody answers. */
export const CONFIG = 'config.json';
/** So long, in ms, the page's start waits for a host that does not answer. */
const HOST_MS = 3000;

/**
 * The settings for a start of the page, marked where the page in memory has a new policy since it was drawn.
 * @param own the cache of this version, which has the page itself
 */
export async function configFor(url: string, own: Cache): Promise<Response> {
  const [reply, renewed] = await Promise.all([settings(url, own), renewPolicy(own)]);
  if (!renewed || reply.type === 'error') return reply;
  const headers = new Headers(reply.headers);
  headers.set(RENEWED, 'yes');
  return new Response(reply.body, { headers, status: reply.status });
}

/** The host's settings, else those it had last. Never rejects. */
export async function settings(url: string, own: Cache): Promise<Response> {
  const known = (await own.match(url)) ?? (await caches.match(url));
  try {
    const reply = await ask(url, { cache: 'no-cache' });
    if (reply.status === 404) {
      await own.delete(url);
      return reply;
    }
    // Instead of the settings a sign-in may answer, or a host in trouble: what was known still holds.
    if (!reply.ok || reply.redirected || isPage(reply)) return known ?? reply;
    // Where there is no room to remember them, they hold all the same.
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
 * Whom the page may ask stands in its headers, and follows from config.json: the page in memory takes what the host
 * says now. Its text stays that of this version. Resolves to whether anything changed; never rejects.
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
