import type { ClipOrigin } from '~/core/clip';
import { isFilm, isFilmType, looksLikeText } from '~/core/film-bytes';

import { pieceOf, readRange, totalOf, type ByteRange } from './range';

/** What comes of a player's request: a piece of the clip, or why there is none. */
export type Answered =
  | { kind: 'piece'; response: Response; total: number }
  | { kind: 'refused'; status: number; contentType: string; body: string }
  | { kind: 'whole-only' };

/** Longer texts in the place of a film are cut here, in characters. */
const MAX_WORDS = 200_000;

export interface Asked {
  /** The player's own Range header. */
  range: string | null;
  signal: AbortSignal;
  origin: ClipOrigin;
  /** The length of the whole, in bytes, where an earlier piece told it. */
  total: number | null;
  fetch: typeof fetch;
}

/**
 * Asks the service for a piece of a clip, with the key, and answers the player with it. The response is built anew:
 * passed on as it is, it would still count as the service's, which the page's own `media-src` may forbid.
 * Rejects where the service cannot be reached.
 */
export async function answerClip(asked: Asked): Promise<Answered> {
  const range = readRange(asked.range);
  if (range === null) return { kind: 'piece', response: unsatisfiable(asked.total), total: 0 };
  const piece = pieceOf(range, asked.total);
  const reply = await ask(asked, `bytes=${piece.start}-${piece.end}`);
  if (reply.status === 416)
    return { kind: 'piece', response: unsatisfiable(asked.total), total: 0 };
  const contentType = reply.headers.get('content-type') ?? '';
  if (!reply.ok || !reply.body) return refused(reply, contentType, reply.body);
  const [body, first] = await withFirst(reply.body);
  const words = piece.start === 0 && (first === null || !isMedia(first, contentType));
  if (words) return refused(reply, contentType, body);
  if (reply.status !== 206) {
    await body.cancel();
    return { kind: 'whole-only' };
  }
  const total =
    asked.total ?? totalOf(reply.headers.get('content-range')) ?? (await learnTotal(asked));
  if (total === null) {
    await body.cancel();
    return { kind: 'whole-only' };
  }
  return { kind: 'piece', response: pieceResponse(body, contentType, piece, total), total };
}

function ask({ fetch, origin, signal }: Asked, range: string): Promise<Response> {
  return fetch(origin.url, {
    headers: { ...origin.headers, Range: range },
    // Protected clips are nobody's business on this disk.
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/** Where Content-Range is hidden from pages, Content-Length of a range without an end tells the same. */
async function learnTotal(asked: Asked): Promise<number | null> {
  const reply = await ask(asked, 'bytes=0-');
  await reply.body?.cancel();
  const length = Number(reply.headers.get('content-length') ?? 0);
  return reply.status === 206 && length > 0 ? length : null;
}

function isMedia(first: Uint8Array, contentType: string): boolean {
  return !looksLikeText(first) && (isFilmType(contentType) || isFilm(first));
}

async function refused(
  { status }: Response,
  contentType: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<Answered> {
  const text = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>> | null).text();
  return { kind: 'refused', status, contentType, body: text.slice(0, MAX_WORDS) };
}

/** A body that has been looked into, whole again, and its first bytes; null for an empty one. */
async function withFirst(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<[ReadableStream<Uint8Array<ArrayBuffer>>, Uint8Array | null]> {
  const reader = body.getReader();
  const { done, value } = await reader.read();
  let ahead = done ? null : value;
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = ahead ? { done: false as const, value: ahead } : await reader.read();
      ahead = null;
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return [whole, ahead];
}

function pieceResponse(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  contentType: string,
  { start, end }: ByteRange,
  total: number,
): Response {
  const last = Math.min(end ?? total - 1, total - 1);
  return new Response(body, {
    status: 206,
    headers: {
      'Content-Type': /^video\//i.test(contentType) ? contentType : 'video/mp4',
      'Content-Length': String(last - start + 1),
      'Content-Range': `bytes ${start}-${last}/${total}`,
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'no-store',
    },
  });
}

function unsatisfiable(total: number | null): Response {
  return new Response(null, {
    status: 416,
    headers: { 'Content-Range': `bytes */${total ?? '*'}` },
  });
}
