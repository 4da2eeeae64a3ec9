import { hostLedTo } from '~/core/host-led-to';
import type { VideoOrigin, VideoProblem, NoVideo, Opened } from '~/core/video';
import { isVideoStart, looksLikeText } from '~/core/video-bytes';
import type { ProblemKind, TaskState } from '~/core/task';

import { contentUrl, isAskable } from './address';
import { readText } from './body';
import { layersOf } from '~/engine/gateway/reader/unwrap';
import { asLink } from '~/engine/gateway/reader/links';
import { asObject, parseJson } from '~/engine/gateway/reader/read';
import { MAX_BODY_BYTES, readAnswer } from './read-answer';
import type { Reply } from './reply';
import {
  headersWith,
  isRedirect,
  redirectWith,
  requestWith,
  unsendable,
  type TaskRequest,
} from './request';
import { videoLink } from '~/engine/gateway/reader/video';
import { watchStalls, type Watch } from './watch-stalls';

/** A download that receives nothing for this long is given up, in ms. */
const VIDEO_STALL_MS = 60_000;

/** Everything a request for the video itself needs. */
export interface ContentOptions extends TaskRequest {
  signal: AbortSignal;
  stallMs?: number;
}

/**
 * Requests `GET …/content` with the key and checks that it is a video: some services answer with JSON that contains a
 * link, others with an error labelled video/mp4. Rejects only when `signal` is aborted.
 */
export async function openContent(options: ContentOptions): Promise<Opened> {
  const { base, path, id, now } = options;
  if (!isAskable(id)) return problem('not_found');
  if (unsendable(options) !== null) return problem('auth');
  const [opened] = await open(options, contentUrl(base, path, id), (signal) =>
    requestWith(options, '*/*', signal, now()),
  );
  return opened;
}

/** What the service worker needs to stream the same video; null if there is nothing to request. */
export async function contentOrigin(
  options: Omit<ContentOptions, 'fetch' | 'signal' | 'stallMs'>,
): Promise<VideoOrigin | null> {
  const { base, path, id, now } = options;
  if (!isAskable(id) || unsendable(options) !== null) return null;
  const { headers, until } = await headersWith(options, '*/*', now());
  return { url: contentUrl(base, path, id), headers, until, redirect: redirectWith(options) };
}

/**
 * Opens a public link without any key. If the page may not read it, a second, opaque request tells whether the host
 * answers at all. Rejects only when `signal` is aborted.
 */
export async function openLink(options: {
  url: string;
  fetch: typeof fetch;
  signal: AbortSignal;
  stallMs?: number;
}): Promise<Opened> {
  const [opened, status] = await open(options, options.url, async (signal) => ({
    ...ANONYMOUS,
    signal,
  }));
  if (opened.kind !== 'problem') return opened;
  if (status !== null) {
    // An HTML page instead of a video says nothing about the task.
    const page = status < 300 && opened.reason === 'not_found';
    return problem(page ? 'not_video' : (LINK_REASONS[status] ?? opened.reason));
  }
  const there = await isThere(options.url, options.fetch, options.signal);
  return problem(there ? 'blocked' : 'unreachable');
}

/** `isElsewhere`: a redirect led to another host, which got no key. */
type Refusal = Reply & { isElsewhere?: boolean };

/** What text instead of a video means: an error, a task that is not ready, or a link to follow. */
export function readRefusal({ status, contentType, body, isElsewhere = false }: Refusal): Opened {
  // Status 0 is how a browser reports a redirect that was not followed, for the key's sake.
  if (status === 0 || isRedirect({ status, type: 'basic' })) return problem('elsewhere');
  const bare = status < 400 ? asLink(body) : null;
  if (bare !== null) return { kind: 'link', url: bare };
  const reading = readAnswer({ status, contentType, body });
  const { kind, message } = 'problem' in reading ? reading.problem : judged(reading.task.state);
  // Here, a link without a state is the file, because nothing else was requested.
  const root = status < 400 && kind === 'bad_body' ? asObject(parseJson(body)) : null;
  const link = root && videoLink(layersOf(root));
  if (link !== null) return { kind: 'link', url: link };
  if (isElsewhere && (kind === 'auth' || status === 401 || status === 403))
    return problem('elsewhere');
  const gone = status === 410 || /expired|已过期|失效/i.test(message ?? '');
  return problem(gone && kind !== 'auth' ? 'expired' : REASONS[kind]);
}

const ANONYMOUS = {
  credentials: 'same-origin',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** The result, with the HTTP status if there was a response. */
type Step = readonly [opened: Opened, status: number | null];

async function open(
  { fetch, signal, stallMs = VIDEO_STALL_MS }: Pick<ContentOptions, 'fetch' | 'signal' | 'stallMs'>,
  url: string,
  request: (signal: AbortSignal) => Promise<RequestInit>,
): Promise<Step> {
  signal.throwIfAborted();
  const watch = watchStalls(stallMs, signal);
  try {
    const response = await fetch(url, await request(watch.signal));
    const opened = await look(response, url, watch);
    if (opened.kind !== 'video') watch.stop();
    return [opened, response.status];
  } catch {
    watch.stop();
    if (signal.aborted) throw new DOMException('The video was given up', 'AbortError');
    return [problem('unreachable'), null];
  }
}

async function look(response: Response, asked: string, watch: Watch): Promise<Opened> {
  const type = response.headers.get('content-type') ?? '';
  const reader = response.body?.getReader();
  const first = await firstOf(reader);
  watch.alive();
  if (!response.ok || !reader || !first || looksLikeText(first)) {
    const text = reader && first ? await restAsText(reader, first) : '';
    if (text === null) return problem('not_video');
    const isElsewhere = hostLedTo(response, asked) !== null;
    return readRefusal({ status: response.status, contentType: type, body: text, isElsewhere });
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

/** With content encoding, Content-Length is the compressed length. */
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

/** The first bytes followed by the rest of the body, read on demand and never ahead. */
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

async function isThere(url: string, ask: typeof fetch, signal: AbortSignal): Promise<boolean> {
  try {
    await ask(url, { ...ANONYMOUS, method: 'HEAD', mode: 'no-cors', signal });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/** A task instead of a video: either not ready yet, or it contains a link. */
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
  other_task: 'not_video',
  other: 'not_video',
} as const satisfies Record<ProblemKind, VideoProblem>;

/** What an HTTP status means for a public link. Signed links answer 403 or 404 once they have expired. */
const LINK_REASONS: Readonly<Record<number, VideoProblem>> = {
  401: 'no_key',
  403: 'expired',
  404: 'expired',
  410: 'expired',
};

function problem(reason: VideoProblem): NoVideo {
  return { kind: 'problem', reason };
}
