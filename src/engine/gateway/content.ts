import type { VideoOrigin, VideoProblem, NoVideo, Opened } from '~/core/video';
import { isVideoStart, looksLikeText } from '~/core/video-bytes';
import type { ProblemKind, TaskState } from '~/core/task';

import { contentUrl, isAskable } from './address';
import { readText } from './body';
import { layersOf } from './layers';
import { asLink } from './links';
import { asObject, parseJson } from './read';
import { MAX_BODY_BYTES, readAnswer } from './read-answer';
import type { Reply } from './reply';
import { headersWith, isSendable, requestWith } from './request';
import { videoLink } from './video';

/** How long nothing may come before a fetch is given up, in ms. */
export const VIDEO_STALL_MS = 60_000;

export interface ContentOptions {
  base: string;
  path: string | null;
  id: string;
  apiKey: string;
  fetch: typeof fetch;
  signal: AbortSignal;
  stallMs?: number;
}

/**
 * Opens `GET …/content` with the key and makes sure that it is a video: some gateways answer with JSON that holds a
 * link, others with an error called video/mp4. Rejects only when `signal` is aborted.
 */
export async function openContent(options: ContentOptions): Promise<Opened> {
  const { base, path, id, apiKey } = options;
  if (!isAskable(id)) return problem('not_found');
  if (!isSendable(apiKey)) return problem('auth');
  const [opened] = await open(options, contentUrl(base, path, id), (signal) =>
    requestWith(apiKey, '*/*', signal),
  );
  return opened;
}

/** What the service worker asks with, to stream the same video; null where there is nothing to ask. */
export function contentOrigin({
  base,
  path,
  id,
  apiKey,
}: Pick<ContentOptions, 'base' | 'path' | 'id' | 'apiKey'>): VideoOrigin | null {
  if (!isAskable(id) || !isSendable(apiKey)) return null;
  return { url: contentUrl(base, path, id), headers: headersWith(apiKey, '*/*') };
}

/**
 * Opens a public link without any key. Where a page may not read it, a second request that may not be read either
 * tells whether anybody is there at all. Rejects only when `signal` is aborted.
 */
export async function openLink(options: {
  url: string;
  fetch: typeof fetch;
  signal: AbortSignal;
  stallMs?: number;
}): Promise<Opened> {
  const [opened, status] = await open(options, options.url, (signal) => ({ ...ANONYMOUS, signal }));
  if (opened.kind !== 'problem') return opened;
  if (status !== null) {
    // A page in the place of a video says nothing about a task.
    const page = status < 300 && opened.reason === 'not_found';
    return problem(page ? 'not_video' : (LINK_REASONS[status] ?? opened.reason));
  }
  const there = await isThere(options.url, options.fetch, options.signal);
  return problem(there ? 'blocked' : 'unreachable');
}

/** What words in the place of a video mean: an error, a task that is not ready, or a link that leads on. */
export function readRefusal({ status, contentType, body }: Reply): Opened {
  const bare = status < 400 ? asLink(body) : null;
  if (bare !== null) return { kind: 'link', url: bare };
  const reading = readAnswer({ status, contentType, body });
  const { kind, message } = 'problem' in reading ? reading.problem : judged(reading.task.state);
  // Here a link without any state is the file: nothing else was asked for.
  const root = status < 400 && kind === 'bad_body' ? asObject(parseJson(body)) : null;
  const link = root && videoLink(layersOf(root));
  if (link !== null) return { kind: 'link', url: link };
  const gone = status === 410 || /expired|已过期|失效/i.test(message ?? '');
  return problem(gone && kind !== 'auth' ? 'expired' : REASONS[kind]);
}

const ANONYMOUS = {
  credentials: 'same-origin',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** What came of it, and the HTTP status where an answer came. */
type Step = readonly [opened: Opened, status: number | null];

async function open(
  { fetch, signal, stallMs = VIDEO_STALL_MS }: Pick<ContentOptions, 'fetch' | 'signal' | 'stallMs'>,
  url: string,
  request: (signal: AbortSignal) => RequestInit,
): Promise<Step> {
  signal.throwIfAborted();
  const watch = watchStalls(stallMs, signal);
  try {
    const response = await fetch(url, request(watch.signal));
    const opened = await look(response, watch);
    if (opened.kind !== 'video') watch.stop();
    return [opened, response.status];
  } catch {
    watch.stop();
    if (signal.aborted) throw new DOMException('The video was given up', 'AbortError');
    return [problem('unreachable'), null];
  }
}

async function look(response: Response, watch: Watch): Promise<Opened> {
  const type = response.headers.get('content-type') ?? '';
  const reader = response.body?.getReader();
  const first = await firstOf(reader);
  watch.alive();
  if (!response.ok || !reader || !first || looksLikeText(first)) {
    const text = reader && first ? await restAsText(reader, first) : '';
    if (text === null) return problem('not_video');
    return readRefusal({ status: response.status, contentType: type, body: text });
  }
  if (!isVideoStart(first, type)) {
    await reader.cancel();
    return problem('not_video');
  }
  return {
    kind: 'video',
    body: streamOf(reader, first, watch),
    type: /^video\/[^,]*$/i.test(type) ? type : 'video/mp4',
    size: sizeOf(response),
  };
}

/** Where the body is packed, its header tells the packed length. */
function sizeOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? 0);
  return length > 0 && !headers.has('content-encoding') ? length : null;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Reader = ReadableStreamDefaultReader<Bytes>;

async function firstOf(reader: Reader | undefined): Promise<Bytes | null> {
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return null;
    if (value.byteLength > 0) return value;
  }
}

async function restAsText(reader: Reader, first: Bytes): Promise<string | null> {
  return readText(new Response(streamOf(reader, first, null)), MAX_BODY_BYTES);
}

/** The rest of a body with its first bytes in front again; read as it is asked for, never ahead. */
function streamOf(reader: Reader, first: Bytes, watch: Watch | null): ReadableStream<Bytes> {
  let ahead: Bytes | null = first;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        if (ahead) {
          controller.enqueue(ahead);
          ahead = null;
          watch?.rest();
          return;
        }
        watch?.alive();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
        if (done) watch?.stop();
        else watch?.rest();
      },
      cancel: (reason) => {
        watch?.stop();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

interface Watch {
  signal: AbortSignal;
  /** Bytes are waited for from now on. */
  alive(): void;
  /** Nobody waits for bytes: the reader takes its time. */
  rest(): void;
  stop(): void;
}

function watchStalls(stallMs: number, signal: AbortSignal): Watch {
  const stalled = new AbortController();
  const start = (): ReturnType<typeof setTimeout> => setTimeout(() => stalled.abort(), stallMs);
  let timer = start();
  const rest = (): void => clearTimeout(timer);
  return {
    signal: AbortSignal.any([signal, stalled.signal]),
    alive() {
      rest();
      timer = start();
    },
    rest,
    stop: rest,
  };
}

async function isThere(url: string, ask: typeof fetch, signal: AbortSignal): Promise<boolean> {
  try {
    await ask(url, { ...ANONYMOUS, method: 'HEAD', mode: 'no-cors', signal });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/** A task where the video should be: to be waited for, or perhaps with a link. */
function judged(state: TaskState): { kind: ProblemKind; message: null } {
  const waiting = state === 'queued' || state === 'running';
  return { kind: waiting ? 'not_ready' : 'bad_body', message: null };
}

const REASONS = {
  auth: 'auth',
  not_found: 'not_found',
  not_ready: 'not_ready',
  rate_limited: 'unreachable',
  server: 'unreachable',
  network: 'unreachable',
  timeout: 'unreachable',
  bad_body: 'not_video',
  wrong_base: 'not_found',
  other: 'not_video',
} as const satisfies Record<ProblemKind, VideoProblem>;

/** What a status means for a public link, by HTTP status. Signed links answer 403 or 404 when their time is over. */
const LINK_REASONS: Readonly<Record<number, VideoProblem>> = {
  401: 'no_key',
  403: 'expired',
  404: 'expired',
  410: 'expired',
};

function problem(reason: VideoProblem): NoVideo {
  return { kind: 'problem', reason };
}
