import type { ProblemKind, TaskState } from '~/core/task';

import { contentUrl, isAskable } from './address';
import { readChunks } from './body';
import { layersOf } from './layers';
import { asLink } from './links';
import { asObject, parseJson } from './read';
import { MAX_BODY_BYTES, readAnswer } from './read-answer';
import { isSendable, requestWith } from './request';
import { videoLink } from './video';

/** The largest film that is fetched into the page, in bytes. */
export const MAX_VIDEO_BYTES = 512 * 1024 * 1024;
/** How long nothing may come before a fetch is given up, in ms. */
export const CONTENT_STALL_MS = 60_000;

/** What came of it: the same shape as `ContentResult` in `engine/tasks/engine.ts`, which may not be imported here. */
export type Content =
  | { kind: 'video'; blob: Blob }
  | { kind: 'link'; url: string }
  | { kind: 'problem'; reason: ContentProblem };
export type ContentProblem =
  | 'auth'
  | 'not_found'
  | 'not_ready'
  | 'not_video'
  | 'expired'
  | 'unreachable'
  | 'too_large';

export interface ContentOptions {
  base: string;
  path: string | null;
  id: string;
  apiKey: string;
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Share of the file that has come, 0…1; null where its length is not said. */
  onProgress: (share: number | null) => void;
  maxBytes?: number;
  stallMs?: number;
}

/**
 * Gets the bytes behind `GET …/content` with the key and makes sure that they are a film: some gateways answer
 * with JSON that holds a link, others with an error called video/mp4. Rejects only when `signal` is aborted.
 */
export async function fetchContent(options: ContentOptions): Promise<Content> {
  if (!isAskable(options.id)) return problem('not_found');
  if (!isSendable(options.apiKey)) return problem('auth');
  options.signal.throwIfAborted();
  const stalled = new AbortController();
  const stallMs = options.stallMs ?? CONTENT_STALL_MS;
  let timer = setTimeout(() => stalled.abort(), stallMs);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallMs);
  };
  try {
    return await load(options, AbortSignal.any([options.signal, stalled.signal]), alive);
  } catch {
    if (options.signal.aborted) throw new DOMException('The film was given up', 'AbortError');
    return problem('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

async function load(
  options: ContentOptions,
  signal: AbortSignal,
  alive: () => void,
): Promise<Content> {
  const { base, path, id, apiKey, fetch, onProgress } = options;
  const max = options.maxBytes ?? MAX_VIDEO_BYTES;
  const response = await fetch(contentUrl(base, path, id), requestWith(apiKey, '*/*', signal));
  const length = Number(response.headers.get('content-length') ?? 0);
  if (response.ok && length > max) {
    await response.body?.cancel();
    return problem('too_large');
  }
  let isText = !response.ok;
  const chunks = await readChunks(response, max, (total, first) => {
    alive();
    isText ||= looksLikeText(first);
    if (isText) return total <= MAX_BODY_BYTES;
    onProgress(length > 0 ? Math.min(1, total / length) : null);
    return true;
  });
  const type = response.headers.get('content-type') ?? '';
  if (chunks === null) return problem(isText ? 'not_video' : 'too_large');
  const blob = new Blob(chunks, { type: /^video\//i.test(type) ? type : 'video/mp4' });
  if (isText) return fromText(response.status, type, await blob.text());
  const head = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  const film = blob.size > 0 && (VIDEO_TYPE.test(type) || isFilm(head));
  return film ? { kind: 'video', blob } : problem('not_video');
}

const VIDEO_TYPE = /^(?:video\/|application\/(?:octet-stream|mp4)|binary\/octet-stream)/i;

/** JSON, a page or a bare link, whatever the header calls it: no film begins with these characters. */
function looksLikeText(first: Uint8Array): boolean {
  const start = new TextDecoder().decode(first.slice(0, 64)).replace(/^[\s\uFEFF]+/, '');
  return /^(?:[{["<]|https?:\/\/)/i.test(start);
}

/** The marks of mp4/mov (`ftyp` at byte 4) and of webm, for gateways that call a film something else. */
function isFilm(head: Uint8Array): boolean {
  const text = String.fromCodePoint(...head);
  return text.slice(4, 8) === 'ftyp' || text.startsWith('\u001AE\u00DF\u00A3');
}

function fromText(status: number, contentType: string, body: string): Content {
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

/** A task where the film should be: to be waited for, or perhaps with a link. */
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
} as const satisfies Record<ProblemKind, ContentProblem>;

function problem(reason: ContentProblem): Content {
  return { kind: 'problem', reason };
}
