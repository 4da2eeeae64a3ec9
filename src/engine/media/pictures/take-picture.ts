import type { Answer } from '~/core/answer';
import { videoIn } from '~/core/has-video';
import type { Opened, VideoOrigin } from '~/core/video';
import { looksLikeText } from '~/core/video-bytes';

import { FIRST, readWhole, startsOf, type Allowance, type Ask } from './read-start';
import { smallFrame, withFrame } from './with-frame';

/** Where the picture of one task may come from, and where it goes. */
export interface PictureSources {
  base: string;
  kept(): Promise<Blob | null>;
  answer(): Answer;
  /** `/content` with the key; null without one. */
  origin(): Promise<VideoOrigin | null>;
  /** Waits until the key may be used once more. */
  turn(): Promise<void>;
  /** The service wants to be asked less. */
  limited(): void;
  readFault(reply: { status: number; contentType: string; body: string }): Promise<Opened>;
  fetch: typeof fetch;
  /** Hosts whose frames no page may read. */
  isUnreadable(host: string): boolean;
  setUnreadable(host: string): void;
  /** Services known to answer `/content` with videos, and those that have no thumbnails. */
  givingContent: Set<string>;
  withoutThumbnails: Set<string>;
  /** Keeps what was drawn; false if it cannot be read. */
  keep(picture: HTMLVideoElement | ImageBitmap): Promise<boolean>;
  /** Shows what cannot be kept. */
  show(frame: HTMLCanvasElement): void;
}

/**
 * `none`: all that may be read of this video holds no frame, and never will. `gone`: not from this source. `later`: not
 * now.
 */
export type Outcome = 'taken' | 'none' | 'gone' | 'later';

/** How long a frame may take from what is in memory, and from a host, in ms. */
const DECODE_MS = 10_000;
const LOAD_MS = 15_000;
/** Wide enough for a card, in px. */
const WIDTH = 480;

/** Takes the picture of a finished video: its service's thumbnail, or else its first frame. */
export async function takePicture(
  sources: PictureSources,
  allowance: Allowance,
  signal: AbortSignal,
): Promise<Outcome> {
  const context = { ...sources, allowance, signal };
  const file = await sources.kept();
  if (file) return (await keepFrame(context, file)) ? 'taken' : 'none';
  const answer = sources.answer();
  const video = videoIn(answer);
  if (video?.kind === 'link') return fromLink(context, video.url);
  if (answer.content === 'video') sources.givingContent.add(sources.base);
  return video && sources.givingContent.has(sources.base) ? fromContent(context) : 'later';
}

interface Context extends PictureSources {
  allowance: Allowance;
  signal: AbortSignal;
  /** A link leads to no other link. */
  isFollowed?: boolean;
}

async function fromContent(context: Context): Promise<Outcome> {
  const { base, withoutThumbnails } = context;
  if (!withoutThumbnails.has(base)) {
    const ask = askContent(context, '?variant=thumbnail');
    const response = await ask(0, FIRST);
    const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false;
    if (response.ok && isPicture) {
      const picture = await readWhole(ask, response, context.allowance);
      if (picture && (await keepPicture(context, picture))) return 'taken';
    } else if (isBusy(response)) {
      return refusedBusy(context, response);
    } else {
      withoutThumbnails.add(base);
      // Most know of no variants: then this is the video.
      if (response.ok) return fromStart(context, askContent(context), response);
      void response.body?.cancel();
    }
  }
  const ask = askContent(context);
  const response = await ask(0, FIRST);
  if (isBusy(response)) return refusedBusy(context, response);
  return fromStart(context, ask, response);
}

function askContent(context: Context, query = ''): Ask {
  return async (from, to) => {
    await context.turn();
    context.signal.throwIfAborted();
    const origin = await context.origin();
    if (origin === null) throw new Error('The key is gone');
    return context.fetch(origin.url + query, {
      ...QUIET,
      headers: { ...origin.headers, Range: rangeOf(from, to) },
      redirect: origin.redirect,
      signal: context.signal,
    });
  };
}

function isBusy({ status }: Response): boolean {
  return status === 429 || status >= 500;
}

function refusedBusy(context: Context, response: Response): Outcome {
  void response.body?.cancel();
  if (response.status === 429) context.limited();
  return 'later';
}

async function fromLink(context: Context, url: string): Promise<Outcome> {
  const { host } = new URL(url);
  if (context.isUnreadable(host)) return fromElement(context, url);
  const ask: Ask = (from, to) =>
    context.fetch(url, {
      ...QUIET,
      headers: { Range: rangeOf(from, to) },
      signal: context.signal,
    });
  let response: Response;
  try {
    response = await ask(0, FIRST);
  } catch {
    context.signal.throwIfAborted();
    const outcome = await fromElement(context, url);
    // Many hosts send CORS headers with videos but not with errors.
    if (outcome === 'taken') context.setUnreadable(host);
    return outcome;
  }
  return fromStart(context, ask, response);
}

/** The host lets pages show its videos, and not read them. */
async function fromElement(context: Context, url: string): Promise<Outcome> {
  const { signal } = context;
  const frame = await withFrame(url, { ms: LOAD_MS, signal }, (video) =>
    smallFrame(video, WIDTH),
  ).catch(() => null);
  signal.throwIfAborted();
  if (frame) context.show(frame);
  return frame ? 'taken' : 'gone';
}

async function fromStart(context: Context, ask: Ask, response: Response): Promise<Outcome> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || PLAYLIST.test(type)) {
    void response.body?.cancel();
    return 'gone';
  }
  if (TEXT.test(type)) return fromText(context, ask, response, type);
  for await (const start of startsOf(ask, response, context.allowance)) {
    if (looksLikeText(new Uint8Array(await start.slice(0, 64).arrayBuffer()))) return 'gone';
    if (await keepFrame(context, start)) return 'taken';
  }
  return 'none';
}

const PLAYLIST = /mpegurl/i;
const TEXT = /^(?:text\/|application\/json)/i;

/** Instead of the video a service may send a link to it. */
async function fromText(
  context: Context,
  ask: Ask,
  response: Response,
  contentType: string,
): Promise<Outcome> {
  const body = await readWhole(ask, response, context.allowance);
  if (body === null || context.isFollowed) return 'gone';
  const { status } = response;
  const opened = await context.readFault({ status, contentType, body: await body.text() });
  return opened.kind === 'link' ? fromLink({ ...context, isFollowed: true }, opened.url) : 'gone';
}

async function keepFrame(context: Context, start: Blob): Promise<boolean> {
  const { signal } = context;
  const isKept = await withFrame(start, { ms: DECODE_MS, signal }, context.keep);
  signal.throwIfAborted();
  return isKept ?? false;
}

async function keepPicture(context: Context, picture: Blob): Promise<boolean> {
  try {
    return await context.keep(await createImageBitmap(picture));
  } catch {
    return false;
  }
}

/** Past the browser's cache, which would let Play wait: one request per address at a time. */
const QUIET = {
  credentials: 'same-origin',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const satisfies RequestInit;

function rangeOf(from: number, to: number): string {
  return `bytes=${from}-${to - 1}`;
}
