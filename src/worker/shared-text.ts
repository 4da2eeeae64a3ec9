/** Where the browser sends what other apps share with the installed page; relative to the page, and never on the network. */
const SHARED = 'shared';
/** Where the page is opened instead; it then asks for the text. */
const OPENS = './#/shared';
/** The longest text that is taken, in characters, and how long it is waited for, in ms. */
const LONGEST = 1_000_000;
const KEPT_MS = 30_000;

/** Only in this worker's memory: there may be keys in it. */
let held: string | null = null;

/** The answer to a share from another app; null for any other request. */
export function takeShared(
  event: { request: Request; waitUntil(work: Promise<unknown>): void },
  home: string,
): Promise<Response> | null {
  const { method, mode, url } = event.request;
  if (method !== 'POST' || mode !== 'navigate' || url !== home + SHARED) return null;
  const taken = readForm(event.request);
  // A worker that is stopped would lose it.
  event.waitUntil(taken.then(() => new Promise((resolve) => setTimeout(resolve, KEPT_MS))));
  return taken.then(() => Response.redirect(new URL(OPENS, home).href, 303));
}

/** What was shared, once; null if there is nothing. */
export function handShared(): string | null {
  const text = held;
  held = null;
  return text;
}

async function readForm(request: Request): Promise<void> {
  const form = await request.formData().catch(() => null);
  const texts = ['title', 'text', 'url'].flatMap((name) => {
    const part = form?.get(name);
    return typeof part === 'string' && part.trim() !== '' ? part : [];
  });
  held = texts.length > 0 ? [...new Set(texts)].join('\n').slice(0, LONGEST) : null;
  const mine = held;
  setTimeout(() => {
    if (held === mine) held = null;
  }, KEPT_MS);
}
