import type { VideoOrigin } from '~/core/video';
import { answerVideo, isCurrent } from '~/engine/media/worker/answer';
import { takeOver } from '~/engine/media/worker/pieces';
import type { FromWorker, ToWorker } from '~/engine/media/worker/protocol';

import { answerNotices } from './notice-click';
import { forgetOldPages, pageFile, takeInPage, takeInWords } from './page-cache';
import { handShared, takeShared } from './shared-text';

/*
 * The page's service worker. It answers `clip/<id>` with pieces of videos that need a key and with downloads made by
 * the page, takes what other apps share with it, and serves the page's own files from its cache, so that the page starts offline. Everything else goes to
 * the network.
 */

/** The parts of a service worker's globals used here; TypeScript cannot combine them with those of a page. */
interface Scope {
  addEventListener(type: 'install', listen: (event: Waiting) => void): void;
  addEventListener(type: 'activate', listen: (event: Waiting) => void): void;
  addEventListener(
    type: 'message',
    listen: (event: Waiting & { data: ToWorker; ports: readonly MessagePort[] }) => void,
  ): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  registration: { scope: string };
  clients: {
    claim(): Promise<void>;
    get(id: string): Promise<Page | undefined>;
    matchAll(options: { type: 'window' }): Promise<Page[]>;
  };
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  request: Request;
  clientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Page {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as Scope;

/** How long a page may take to answer where a video comes from, in ms. */
const ASK_PAGE_MS = 1500;

/**
 * Firefox asks the address of the response that it got for the rest of a video: the service's, and without the key. Only
 * Chromium has this property.
 */
const ASKS_ON = 'userAgentData' in navigator;

/** Lost whenever the browser stops the worker; then the page is asked again. */
const origins = new Map<string, VideoOrigin>();
/** How often keys have changed: an origin told before the last change may have the key that is gone. */
let changes = 0;
/** Ids whose first piece was video, with the video's length in bytes if known. */
const videos = new Map<string, number | null>();
/** A file of the page's, and where its bytes come from. */
type ComingFile = Extract<ToWorker, { type: 'file' }> & { port: MessagePort };
const files = new Map<string, ComingFile>();

// A new version waits for `take-over`, sent when the person accepts it.
scope.addEventListener('install', (event) => event.waitUntil(takeInPage()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOldPages()));
scope.addEventListener('message', (event) => {
  const { data } = event;
  if (data.type === 'claim') event.waitUntil(scope.clients.claim());
  // At the latest the next start asks for them again.
  if (data.type === 'language') event.waitUntil(takeInWords().catch(() => {}));
  if (data.type === 'take-over') event.waitUntil(scope.skipWaiting());
  const [port] = event.ports;
  if (data.type === 'file' && port) {
    files.set(data.id, { ...data, port });
    // Only now may the page request it: requests overtake messages.
    port.postMessage(null);
  }
  if (data.type === 'forget') {
    origins.delete(data.id);
    videos.delete(data.id);
    files.delete(data.id);
  }
  if (data.type === 'shared-wanted') event.ports[0]?.postMessage(handShared());
  if (data.type === 'new-keys') {
    origins.clear();
    changes += 1;
  }
});
scope.addEventListener('fetch', (event) => {
  const { url, mode, destination } = event.request;
  const [, place, id = ''] =
    /^(clip|relay)\/([^?#/]*)/.exec(url.slice(scope.registration.scope.length)) ?? [];
  const file = place === 'clip' ? files.get(id) : undefined;
  if (file) return event.respondWith(Promise.resolve(download(file)));
  // Content from services is for players and the page's own code: opened as a page, it would run on this origin.
  if (place !== undefined && mode === 'navigate')
    return event.respondWith(Promise.resolve(no(404)));
  if (place === 'clip') {
    return event.respondWith(
      FOR_PLAYERS.has(destination) ? stream(event, id) : Promise.resolve(no(404)),
    );
  }
  const shared = takeShared(event, scope.registration.scope);
  if (shared) return event.respondWith(shared);
  const part = pageFile(event.request, scope.registration.scope);
  if (part) event.respondWith(part);
});

answerNotices(globalThis as unknown as Parameters<typeof answerNotices>[0]);

const FOR_PLAYERS: ReadonlySet<string> = new Set(['', 'video', 'audio']);

/** An empty response that could do no harm as a page. */
function no(status: number): Response {
  const headers = { 'Content-Security-Policy': "default-src 'none'; sandbox" };
  return new Response(null, { status, headers });
}

function download({ id, port, name, contentType }: ComingFile): Response {
  files.delete(id);
  return new Response(takeOver(port), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

async function stream(event: Fetching, id: string): Promise<Response> {
  const post = async (message: FromWorker): Promise<void> => {
    for (const page of await pagesOf(event.clientId)) page.postMessage(message);
  };
  const origin = await originOf(event.clientId, id);
  if (!origin) return no(404);
  try {
    const { signal } = event.request;
    const range = event.request.headers.get('range');
    const answered = await answerVideo({
      range,
      signal,
      origin,
      isVideo: videos.has(id),
      total: videos.get(id) ?? null,
      asksOn: ASKS_ON,
      fetch: (...request) =>
        origins.get(id) === origin
          ? fetch(...request)
          : Promise.reject(new Error('The key is gone')),
    });
    if (answered.kind === 'piece') {
      videos.set(id, answered.total);
      return answered.response;
    }
    origins.delete(id);
    await post(
      answered.kind === 'refused'
        ? { ...answered, type: 'refused', id }
        : { type: 'whole-only', id },
    );
  } catch {
    origins.delete(id);
    if (!event.request.signal.aborted) await post({ type: 'unreachable', id });
  }
  return no(502);
}

/** As long as it takes to learn it with no key changing meanwhile. */
async function originOf(clientId: string, id: string): Promise<VideoOrigin | null> {
  const known = origins.get(id);
  if (known && isCurrent(known, Date.now())) return known;
  const before = changes;
  const origin = await askPage(clientId, id);
  if (before !== changes) return originOf(clientId, id);
  if (origin) origins.set(id, origin);
  return origin;
}

/** The page that made the request or, if the browser does not tell, all of them. */
async function pagesOf(clientId: string): Promise<Page[]> {
  const own = clientId === '' ? undefined : await scope.clients.get(clientId);
  return own ? [own] : scope.clients.matchAll({ type: 'window' });
}

async function askPage(clientId: string, id: string): Promise<VideoOrigin | null> {
  const asked = (await pagesOf(clientId)).map(
    (page) =>
      new Promise<VideoOrigin | null>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }) => resolve(data as VideoOrigin | null));
        port1.start();
        setTimeout(() => resolve(null), ASK_PAGE_MS);
        page.postMessage({ type: 'origin-wanted', id }, [port2]);
      }),
  );
  return (await Promise.all(asked)).find((origin) => origin !== null) ?? null;
}
