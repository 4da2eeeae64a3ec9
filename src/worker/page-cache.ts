/** What the build puts in the place of `PAGE_FILES`: the page's files, and a name for just this set of them. */
export interface PageFiles {
  version: string;
  /** Addresses below the page's own. The page itself is the empty one. */
  files: readonly string[];
}
declare const PAGE_FILES: PageFiles;
/** Once, because the build writes the whole list wherever the name stands. */
const PAGE = PAGE_FILES;

const PREFIX = 'rushes-page-';
const OWN = PREFIX + PAGE.version;

/** What the host of the page may change at any time: asked first, remembered for when nobody answers. */
const CONFIG = 'config.json';
/** So long, in ms, the page's start waits for a host that does not answer. */
const CONFIG_MS = 3000;

/** On config.json: the page was drawn under headers that are no longer the host's, and would better start anew. */
const RENEWED = 'x-page-renewed';

/** Fetches every file of this version. Rejects, and is tried again later, when one is missing: no half versions. */
export async function takeInPage(): Promise<void> {
  const cache = await caches.open(OWN);
  const fetched = PAGE.files.map(async (file) => {
    // Names in `assets` hold a fingerprint; the others may be old in the browser's cache. A sign-in page, to which a
    // host may redirect, is no file of ours.
    const fresh = file.startsWith('assets/') ? 'default' : 'reload';
    const reply = await fetch(`./${file}`, { cache: fresh, redirect: 'error' });
    if (!reply.ok) throw new TypeError(`${file}: ${reply.status}`);
    await cache.put(`./${file}`, reply);
  });
  await Promise.all(fetched);
  // As far as there is one: the first start without a network has the settings, too.
  await config(new URL(CONFIG, location.href).href);
}

/**
 * Keeps the version before this one: tabs that are still open run it, and may yet need parts of it.
 * The order of `keys()` is that of their making.
 */
export async function forgetOldPages(): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = pages.filter((name) => name !== OWN).slice(0, -1);
  await Promise.all(old.map(async (name) => caches.delete(name)));
}

/**
 * The answer to a request for one of the page's files; null for what is none of them. With a query the page comes
 * from its host, which may want people to sign in.
 * @param home the page's own address
 */
export function pageFile({ url, method }: Request, home: string): Promise<Response> | null {
  if (method !== 'GET' || !url.startsWith(home)) return null;
  const file = url.slice(home.length).replace(/#.*$/, '');
  if (file === CONFIG) return config(url);
  // Parts of the version before are asked for by tabs that still run it.
  if (!PAGE.files.includes(file) && !file.startsWith('assets/')) return null;
  return remembered(url);
}

async function remembered(url: string): Promise<Response> {
  const own = await caches.open(OWN);
  return (await own.match(url)) ?? (await caches.match(url)) ?? fetch(url);
}

async function config(url: string): Promise<Response> {
  const cache = await caches.open(OWN);
  const known = (await cache.match(url)) ?? (await caches.match(url));
  try {
    const reply = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(CONFIG_MS) });
    // Instead of the settings a sign-in may answer, or a host in trouble: what was known still holds.
    if (!reply.ok || reply.redirected) return reply.status === 404 ? reply : (known ?? reply);
    await cache.put(url, reply.clone());
    const renewing = renewHeaders(cache);
    if (!known || (await known.text()) === (await reply.clone().text())) return reply;
    if (!(await renewing)) return reply;
    const headers = new Headers(reply.headers);
    headers.set(RENEWED, 'yes');
    return new Response(reply.body, { headers });
  } catch {
    return known ?? Response.error();
  }
}

/**
 * Whom the page may ask stands in its headers, and follows from config.json: the page in memory takes those that the
 * host sends now. Its text stays that of this version. Resolves to whether they changed; never rejects.
 */
async function renewHeaders(cache: Cache): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(CONFIG_MS);
    const now = await fetch('./', { cache: 'reload', redirect: 'error', signal });
    const page = await cache.match('./');
    const policy = now.headers.get(POLICY);
    if (!now.ok || !page || page.headers.get(POLICY) === policy) return false;
    const headers = new Headers(page.headers);
    if (policy === null) headers.delete(POLICY);
    else headers.set(POLICY, policy);
    await cache.put('./', new Response(page.body, { headers }));
    return true;
  } catch {
    return false;
  }
}

const POLICY = 'content-security-policy';
