import { anySignal } from '~/core/any-signal';
import { isVideo, isVideoType, looksLikeText } from '~/core/video-bytes';
import type { NoVideo } from '~/core/video';

import { readChunks } from './body';
import { contentOrigin, readRefusal, type ContentOptions } from './content';
import { requestWith } from './request';

/**
 * What one small request for a video found: a video or a link to it, that the service refuses to give one, that it was
 * asked too often, or nothing certain.
 */
export type ContentTry = 'video' | 'refused' | 'limited' | 'unclear';

/** Time limit, in ms. */
const LIMIT_MS = 20_000;
/** A service that ignores the range is read no further than this, in bytes; a refusal is shorter. */
const ENOUGH = 65_536;

/** Refusals of the request itself. Those about the key, the credit or the service's health say nothing of the video. */
const REFUSES: ReadonlySet<number> = new Set([400, 404, 405, 422]);

/** What the page's words for a refusal mean here: only some of them say that there is no video. */
const NONE: ReadonlySet<NoVideo['reason']> = new Set(['not_found', 'not_video']);

/**
 * Asks for the first two bytes of `GET …/content`, to learn without loading the video whether there is one. Rejects
 * only when `signal` is aborted.
 */
export async function tryContent(options: Omit<ContentOptions, 'stallMs'>): Promise<ContentTry> {
  const origin = await contentOrigin(options);
  if (origin === null) return 'unclear';
  const signal = anySignal([options.signal, AbortSignal.timeout(LIMIT_MS)]);
  const { fetch } = options;
  try {
    const init = await requestWith(options, '*/*', signal, options.now());
    const headers = { ...origin.headers, Range: 'bytes=0-1' };
    // Past the browser's cache, which would let Play wait until a slow try is over: one request per address at a time.
    return await judge(await fetch(origin.url, { ...init, headers, cache: 'no-store' }));
  } catch {
    options.signal.throwIfAborted();
    return 'unclear';
  }
}

async function judge(response: Response): Promise<ContentTry> {
  const { status, redirected } = response;
  // Where it was sent on to, a file may only be gone.
  if (!response.ok && (redirected || !REFUSES.has(status))) {
    await response.body?.cancel();
    return status === 429 ? 'limited' : 'unclear';
  }
  const contentType = response.headers.get('content-type') ?? '';
  let binary: Uint8Array | null = null;
  const chunks = await readChunks(response, ENOUGH, (_, first) => {
    if (response.ok && !looksLikeText(first)) binary = first;
    return binary === null;
  });
  if (binary !== null) return isVideoType(contentType) || isVideo(binary) ? 'video' : 'unclear';
  // An empty body, half a text, or one too long for a refusal.
  if (chunks === null || (response.ok && (chunks.length === 0 || status === 206))) return 'unclear';
  const opened = readRefusal({ status, contentType, body: await new Blob(chunks).text() });
  if (opened.kind !== 'problem') return 'video';
  return NONE.has(opened.reason) ? 'refused' : 'unclear';
}
