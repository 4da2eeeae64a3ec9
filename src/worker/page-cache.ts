import { CONFIG, configFor, settings } from './page-config';

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
  await settings(new URL(CONFIG, location.href).href, cache);
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
  if (file === CONFIG) return caches.open(OWN).then(async (own) => configFor(url, own));
  // Parts of the version before are asked for by tabs that still run it.
  if (!PAGE.files.includes(file) && !file.startsWith('assets/')) return null;
  return remembered(url);
}

async function remembered(url: string): Promise<Response> {
  const own = await caches.open(OWN);
  return (await own.match(url)) ?? (await caches.match(url)) ?? fetch(url);
}
