import { CONFIG, configFor, isPage, settings } from './page-config';

/** What the build puts in the place of `PAGE_FILES`: the page's files, and a name for just this set of them. */
export interface PageFiles {
  version: string;
  /** Addresses below the page's own. The page itself is the empty one. */
  files: readonly string[];
}
declare const PAGE_FILES: PageFiles;
/** Once, because the build writes the whole list wherever the name stands. */
const PAGE = PAGE_FILES;

/** Several pages may be hosted below one name, each with caches of its own. */
const PREFIX = `rushes-page ${new URL('./', location.href).pathname} `;
const OWN = PREFIX + PAGE.version;

/** In the cache of a version that somebody let in. */
const LET_IN = './let-in';

/** Fetches every file of this version. Rejects, and is tried again later, when one is missing: no half versions. */
export async function takeInPage(): Promise<void> {
  const cache = await caches.open(OWN);
  const fetched = PAGE.files.map(async (file) => {
    // Names in `assets` hold a fingerprint; the others may be old in the browser's cache. A sign-in page, to which a
    // host may redirect, is no file of ours.
    const fresh = file.startsWith('assets/') ? 'default' : 'reload';
    const reply = await fetch(`./${file}`, { cache: fresh, redirect: 'error' });
    if (!reply.ok) throw new TypeError(`${file}: ${reply.status}`);
    await refuseOthers(file, reply.clone());
    await cache.put(`./${file}`, reply);
  });
  await Promise.all(fetched);
  // As far as there is one: the first start without a network has the settings, too.
  await settings(new URL(CONFIG, location.href).href, cache);
}

/**
 * Throws for a page or a file of something else: of another version, which is just being put in the place of this one,
 * or a sign-in, or a host that answers every address with the page.
 */
async function refuseOthers(file: string, reply: Response): Promise<void> {
  if (file !== '') {
    if (isPage(reply)) throw new TypeError(`${file}: a page came`);
    return;
  }
  const parts = (await reply.text()).match(/\bassets\/[\w.-]+/g) ?? [];
  if (parts.length === 0 || !parts.every((part) => PAGE.files.includes(part)))
    throw new TypeError('another page came');
}

/**
 * Keeps the version that was let in before this one: tabs that are still open run it, and may yet need parts of it.
 * The order of `keys()` is that of their making.
 */
export async function forgetOldPages(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  const letIn = await Promise.all(old.map(async (name) => (await caches.open(name)).match(LET_IN)));
  const before = old.findLast((_, index) => letIn[index] !== undefined);
  await Promise.all(old.filter((name) => name !== before).map(async (name) => caches.delete(name)));
  await (await caches.open(OWN)).put(LET_IN, new Response());
}

/**
 * The answer to a request for one of the page's files; null for what is none of them. With a query the page comes
 * from its host, which may want people to sign in.
 * @param home the page's own address
 */
export function pageFile({ url, method }: Request, home: string): Promise<Response> | null {
  if (method !== 'GET' || !url.startsWith(home)) return null;
  const file = url.slice(home.length).replace(/#.*$/, '');
  if (file === CONFIG) return caches.open(OWN).then(async (own) => configFor(url, own));
  // Parts of the version before are asked for by tabs that still run it.
  if (!PAGE.files.includes(file) && !file.startsWith('assets/')) return null;
  return remembered(url);
}

async function remembered(url: string): Promise<Response> {
  const own = await caches.open(OWN);
  return (await own.match(url)) ?? (await caches.match(url)) ?? fetch(url);
}
