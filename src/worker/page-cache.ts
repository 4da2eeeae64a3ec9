import { LANGUAGE_CACHE, LANGUAGE_PLACE } from '~/core/stored-language';

import { CONFIG, configFor, isPage, settings } from './page-config';

/** Replaces `PAGE_FILES` at build time: the page's files, and a name for this exact set of them. */
export interface PageFiles {
  version: string;
  /** Addresses relative to the page's own. The page itself is the empty one. Without any words. */
  files: readonly string[];
}
/** `words/<language>.json` of a built page. */
export interface LanguageList {
  /** Of the page to which it belongs. */
  version: string;
  /** The files with the words, by part. */
  files: Readonly<Record<string, string>>;
}
declare const PAGE_FILES: PageFiles;
/** Read once, because the build inserts the whole list wherever the name occurs. */
const PAGE = PAGE_FILES;

/** Several pages may be hosted on one origin, each with its own caches. */
const PREFIX = `rushes-page ${new URL('./', location.href).pathname} `;
const OWN = PREFIX + PAGE.version;

/** Marks the cache of a version that was activated. */
const LET_IN = './let-in';

/** Downloads every file of this version. Rejects if one is missing, to be retried later: no incomplete versions. */
export async function takeInPage(): Promise<void> {
  const cache = await caches.open(OWN);
  await Promise.all([takeInWords(), ...PAGE.files.map((file) => takeIn(file, cache))]);
  // Best effort, so that the first start without a network has the settings too.
  await settings(new URL(CONFIG, location.href).href, cache);
}

/**
 * Downloads the words of the page's language, unless they are there. Rejects like `takeInPage`, also where the host has
 * another version by now.
 */
export async function takeInWords(): Promise<void> {
  const cache = await caches.open(OWN);
  const chosen = await (await caches.open(LANGUAGE_CACHE)).match(LANGUAGE_PLACE);
  // Older pages did not say it.
  const list = `words/${(await chosen?.text()) ?? 'en'}.json`;
  if (await cache.match(`./${list}`)) return;
  const reply = await fetchFresh(list);
  await refuseOthers(list, reply.clone());
  const { version, files } = (await reply.clone().json()) as LanguageList;
  if (version !== PAGE.version) throw new TypeError('words of another page came');
  await Promise.all(Object.values(files).map((file) => takeIn(file, cache)));
  // Last: it says that all are there.
  await cache.put(`./${list}`, reply);
}

async function takeIn(file: string, cache: Cache): Promise<void> {
  const reply = await fetchFresh(file);
  await refuseOthers(file, reply.clone());
  await cache.put(`./${file}`, reply);
}

async function fetchFresh(file: string): Promise<Response> {
  // Names in `assets` contain a hash; other files may be stale in the browser's cache. A sign-in page,
  // to which a host may redirect, is not one of our files.
  const fresh = file.startsWith('assets/') ? 'default' : 'reload';
  const reply = await fetch(`./${file}`, { cache: fresh, redirect: 'error' });
  if (!reply.ok) throw new TypeError(`${file}: ${reply.status}`);
  return reply;
}

/**
 * Throws for responses that are something else: a file of another version that is just being deployed, a sign-in, or a
 * host that answers every address with the page.
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
 * Keeps the version activated before this one, because open tabs still run it and may need more of its files. `keys()`
 * returns caches in order of creation.
 */
export async function forgetOldPages(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  const letIn = await Promise.all(old.map(async (name) => (await caches.open(name)).match(LET_IN)));
  const before = old.findLast((_, index) => letIn[index] !== undefined);
  await Promise.all(old.filter((name) => name !== before).map(async (name) => caches.delete(name)));
  await (await caches.open(OWN)).put(LET_IN, new Response());
}

/**
 * The response to a request for one of the page's files; null for any other request. With a query, the page comes from
 * its host, which may want people to sign in.
 * @param home the page's own address
 */
export function pageFile({ url, method }: Request, home: string): Promise<Response> | null {
  if (method !== 'GET' || !url.startsWith(home)) return null;
  const file = url.slice(home.length).replace(/#.*$/, '');
  if (file === CONFIG) return caches.open(OWN).then(async (own) => configFor(url, own));
  // Open tabs that run the previous version ask for its files.
  if (!PAGE.files.includes(file) && !/^(?:assets|words)\//.test(file)) return null;
  return remembered(url);
}

async function remembered(url: string): Promise<Response> {
  const own = await caches.open(OWN);
  return (await own.match(url)) ?? (await caches.match(url)) ?? fetch(url);
}
