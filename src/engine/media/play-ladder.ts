import type {
  PlayLadderOptions,
  PlayLadder,
  VideoDownload,
  VideoProblem,
  VideoSource,
  NoVideo,
  Opened,
} from '~/core/video';

import { collect } from '~/engine/media/save/collect';
import { MOST, UNASKED } from '~/engine/media/save/memory';
import type { LadderSources } from './ladder-sources';
import { CLIP_PATH } from './worker/protocol';

/** How many links in a row may lead to another link. */
export const MAX_LINKS = 3;

/**
 * The play ladder: the kept copy; the link; the link of a fresh look-up; `/content` with the key, streamed, or loaded
 * whole where streaming is impossible. Each source is played first and inspected only if it fails, because a `<video>`
 * never says why.
 */
export function createPlayLadder(
  sources: LadderSources,
  options: PlayLadderOptions = {},
): PlayLadder {
  const over = new AbortController();
  const cleanUps: (() => void)[] = [];
  const onEnd = (run: () => void): void => {
    // Anything that arrives after close() must be released at once.
    if (over.signal.aborted) run();
    else cleanUps.push(run);
  };
  const context = { ...sources, ...options, signal: over.signal, onEnd, links: 0 };
  const playable = allSources(context);
  let last: VideoSource | NoVideo | null = null;
  return {
    async next() {
      try {
        return (last = (await playable.next()).value);
      } catch {
        return problem('unreachable');
      }
    },
    async whole() {
      if (last?.kind !== 'source' || !last.readable || context.light) return null;
      try {
        const opened = await openSource(context, last.url);
        const blob = opened?.kind === 'video' ? await collectIn(context, opened) : null;
        return blob && blobSource(blob, context);
      } catch {
        return null;
      }
    },
    close() {
      over.abort();
      for (const run of cleanUps.splice(0)) run();
    },
  };
}

interface Context extends LadderSources, PlayLadderOptions {
  signal: AbortSignal;
  onEnd(run: () => void): void;
  links: number;
}
type Sources<T> = AsyncGenerator<VideoSource, T, void>;

async function* allSources(context: Context): Sources<NoVideo> {
  const file = await context.kept();
  if (file) yield blobSource(file, context);
  const video = context.video();
  let failed: NoVideo | null = null;
  if (video?.kind === 'link') {
    failed = yield* fromLink(context, video.url);
    if (isFinal(failed) || context.light) return failed;
    const again = await context.fresh();
    if (again?.kind === 'link' && again.url !== video.url)
      failed = yield* fromLink(context, again.url);
    if (isFinal(failed)) return failed;
  }
  const last = yield* fromContent(context);
  // Why the link failed says more than that /content failed too.
  return failed === null || isFinal(last) ? last : failed;
}

/** The video is there: no other way to it helps. */
function isFinal({ reason }: NoVideo): boolean {
  return reason === 'large' || reason === 'unsupported';
}

async function* fromLink(context: Context, url: string): Sources<NoVideo> {
  const { host } = new URL(url);
  const plainOnly = context.unreadableHosts.has(host);
  if (!plainOnly) {
    yield { kind: 'source', url, cors: true, readable: true };
    const seen = yield* inspectLink(context, url);
    if (seen.reason !== 'blocked') return seen;
    context.unreadableHosts.add(host);
  }
  yield { kind: 'source', url, cors: false, readable: false };
  // Many hosts send CORS headers with videos but not with errors, so one failed link says nothing about the host.
  context.unreadableHosts.delete(host);
  return plainOnly ? yield* inspectLink(context, url) : problem('blocked');
}

/** Finds out why a link does not play, and follows it if it leads to another link. */
async function* inspectLink(context: Context, url: string): Sources<NoVideo> {
  const seen = await context.openLink(url, context.signal);
  if (seen.kind === 'link') return yield* followLink(context, seen.url);
  if (seen.kind === 'problem') return seen;
  // For a preview it is not worth it.
  if (!context.light) return yield* fromWhole(context, seen);
  await seen.body.cancel();
  return problem('unsupported');
}

async function* followLink(context: Context, url: string): Sources<NoVideo> {
  context.links += 1;
  if (context.links > MAX_LINKS) return problem('not_video');
  return yield* fromLink(context, url);
}

async function* fromContent(context: Context): Sources<NoVideo> {
  if (context.openContent === null) return problem('no_key');
  const stream = await context.stream();
  if (stream) {
    context.onEnd(() => stream.close());
    // Firefox and WebKit let no canvas read what a worker got elsewhere, unless it was asked for with CORS.
    yield { kind: 'source', url: stream.url, cors: true, readable: true };
    const fault = await stream.fault();
    if (fault?.kind === 'no_key') return problem('no_key');
    if (fault?.kind === 'refused') {
      const seen = await context.readFault(fault);
      if (seen.kind === 'link') return yield* followLink(context, seen.url);
      return seen.kind === 'problem' ? seen : problem('not_video');
    }
  }
  if (context.light) return problem('large');
  context.onProgress?.(null);
  const opened = await context.openContent(context.signal);
  if (opened.kind === 'link') return yield* followLink(context, opened.url);
  if (opened.kind === 'problem') return opened;
  return yield* fromWhole(context, opened);
}

/** Many services send ranges badly, and the whole well. */
async function* fromWhole(context: Context, opened: VideoDownload): Sources<NoVideo> {
  const blob = await collectIn(context, opened, context.onProgress);
  if (blob === null) return { ...problem('large'), bytes: opened.size ?? UNASKED.one };
  yield blobSource(blob, context);
  return problem('unsupported');
}

function collectIn(
  { large }: Context,
  opened: VideoDownload,
  onProgress: PlayLadderOptions['onProgress'] = () => {},
): Promise<Blob | null> {
  return collect(opened, large ? MOST : UNASKED.one, onProgress);
}

/** Again, and from its beginning to its end. */
async function openSource(context: Context, url: string): Promise<Opened | null> {
  if (url.startsWith(CLIP_PATH)) return context.openContent?.(context.signal) ?? null;
  return context.openLink(url, context.signal);
}

function blobSource(blob: Blob, { onEnd }: Context): VideoSource {
  const url = URL.createObjectURL(blob);
  onEnd(() => URL.revokeObjectURL(url));
  return { kind: 'source', url, cors: false, readable: true };
}

function problem(reason: VideoProblem): NoVideo {
  return { kind: 'problem', reason };
}
