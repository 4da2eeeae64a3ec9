import { hostLedTo } from '~/core/host-led-to';
import type { VideoOrigin } from '~/core/video';
import { isVideoStart, isVideoType } from '~/core/video-bytes';

import { endOf, isSound, readPart } from './part';
import { pieceOf, readRange, type ByteRange } from './range';

/** The outcome of a player's request: a piece of the video, or why there is none. */
export type Answered =
  | { kind: 'piece'; response: Response; total: number | null }
  | { kind: 'refused'; status: number; contentType: string; body: string; isElsewhere: boolean }
  | { kind: 'whole-only' };

/** Error texts are cut at this length, in characters. */
const MAX_WORDS = 200_000;

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** A player's request and where to send it. */
export interface Asked {
  /** The player's own Range header. */
  range: string | null;
  signal: AbortSignal;
  origin: VideoOrigin;
  /** An earlier piece was video. */
  isVideo: boolean;
  /** The total length in bytes, if an earlier piece told it. */
  total: number | null;
  /** Whether the browser goes on asking this page, and not the service, after a response that is the service's own. */
  asksOn: boolean;
  fetch: typeof fetch;
}

/**
 * Asks the service for a piece of a video, with the key, and passes the response to the player as it is: bytes that go
 * through script are copied and wait for the garbage collector (measured on 213 MB: the page's process grew by 220 MB
 * instead of 136). Only a video with a wrong content type gets new headers, and every one where the browser would ask
 * the service itself for what follows. What is no sound piece is asked for again, or the video is loaded whole.
 * Rejects if the service cannot be reached.
 */
export async function answerVideo(asked: Asked): Promise<Answered> {
  const range = readRange(asked.range);
  if (range === null) return outside(asked.total);
  let total = asked.total ?? (await totalBeyond(asked, range));
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (total !== null && range.start >= total) return outside(total);
    const wanted = pieceOf(range, total);
    const reply = await ask(asked, `bytes=${wanted.start}-${wanted.end}`);
    const told = readPart(reply.headers);
    if (reply.status === 416) {
      const end = told?.total ?? (await learnTotal(asked));
      if (end === null || end === total) return wholeOnly(reply);
      total = end;
      continue;
    }
    const contentType = reply.headers.get('content-type') ?? '';
    const isParts = /^multipart\//i.test(contentType);
    if (!reply.ok || !(asked.isVideo || isParts || (await startsAsVideo(reply, contentType)))) {
      return refused(reply, contentType, hostLedTo(reply, asked.origin.url) !== null);
    }
    if (reply.status !== 206 || isParts || !isSound(reply.headers, told, wanted, total)) {
      return wholeOnly(reply);
    }
    const end = endOf(reply.headers, told, wanted);
    // `bytes 0-9/*` lets no player jump.
    const asIs = asked.asksOn && isVideoType(contentType) && told?.total !== null;
    const unclear = asIs && end < wanted.end ? UNKNOWABLE : null;
    const known = total ?? told?.total ?? (asIs ? unclear : await learnTotal(asked));
    if (known !== null && known !== total && end >= known) {
      // It promises more than there is: asked for no more than that, many services answer well.
      await reply.body?.cancel();
      total = known;
      continue;
    }
    if (asIs) return piece(reply, known);
    if (known === null || known === UNKNOWABLE) return wholeOnly(reply);
    return piece(renamed(reply.body, contentType, { ...wanted, end }, known), known);
  }
  return { kind: 'whole-only' };
}

/** How often a piece is asked for: once more when its end has become known. */
const TRIES = 2;

/** The total of a video that ends with its first piece, or else comes in pieces so short that no length tells it. */
const UNKNOWABLE = Infinity;

function ask({ fetch, origin, signal }: Asked, range: string): Promise<Response> {
  return fetch(origin.url, {
    headers: { ...origin.headers, Range: range },
    // Protected videos must not end up in a disk cache.
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    redirect: origin.redirect,
    signal,
  });
}

/** Whether the headers of a video still count. @param now epoch ms */
export function isCurrent({ until }: VideoOrigin, now: number): boolean {
  return until === null || now < until;
}

/** Reads the first bytes from a clone, so that the response stays whole. */
async function startsAsVideo(reply: Response, contentType: string): Promise<boolean> {
  const reader = reply.clone().body?.getReader();
  const first = (await reader?.read())?.value;
  // Not awaited: cancelling one branch only resolves when both end.
  void reader?.cancel().catch(() => {});
  return first !== undefined && isVideoStart(first, contentType);
}

/**
 * The first piece must not wait for it; later ones must not ask beyond the end, which some services answer wrongly. A
 * player that goes on behind the end knows better.
 */
async function totalBeyond(asked: Asked, { start }: ByteRange): Promise<number | null> {
  const total = start > 0 ? await learnTotal(asked) : null;
  return total !== null && total > start ? total : null;
}

/** If Content-Range is hidden by CORS, Content-Length of an open-ended range gives the total too. */
async function learnTotal(asked: Asked): Promise<number | null> {
  const reply = await ask(asked, 'bytes=0-');
  await reply.body?.cancel();
  const length = Number(reply.headers.get('content-length') ?? 0);
  return reply.status === 206 && length > 0 ? length : null;
}

async function refused(
  reply: Response,
  contentType: string,
  isElsewhere: boolean,
): Promise<Answered> {
  const body = (await reply.text()).slice(0, MAX_WORDS);
  return { kind: 'refused', status: reply.status, contentType, body, isElsewhere };
}

async function wholeOnly(reply: Response): Promise<Answered> {
  await reply.body?.cancel();
  return { kind: 'whole-only' };
}

function piece(response: Response, total: number | null): Answered {
  return { kind: 'piece', response, total };
}

function renamed(
  body: Body | null,
  contentType: string,
  { start, end }: ByteRange & { end: number },
  total: number,
): Response {
  return new Response(body, {
    status: 206,
    headers: {
      'Content-Type': isVideoType(contentType) ? contentType : 'video/mp4',
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${total}`,
      'Accept-Ranges': 'bytes',
    },
  });
}

/** As players expect beyond the end. */
function outside(total: number | null): Answered {
  const headers = { 'Content-Range': `bytes */${Number.isFinite(total) ? total : '*'}` };
  return piece(new Response(null, { status: 416, headers }), total);
}
