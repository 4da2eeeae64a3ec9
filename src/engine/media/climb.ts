import type { ClimbOptions, Climb, VideoProblem, VideoSource, NoVideo, Opened } from '~/core/video';
import type { TaskVideo } from '~/core/task';

import { collect } from './collect';
import type { VideoStream, StreamFault } from './streams';

/** Larger videos are loaded into memory only when the person says so, in bytes. */
export const ASK_ABOVE_BYTES = 100 * 1024 * 1024;
/** Nothing larger is loaded into memory, in bytes: tabs die of it. */
export const MAX_BYTES = 1024 * 1024 * 1024;

/** What is needed to find a task's video; the engine knows all of it, and tests say what they like. */
export interface Ways {
  /** The copy in this browser. */
  kept(): Promise<File | null>;
  /** What the last answer said of the video. */
  video(): TaskVideo | null;
  /** Asks the service anew; null where no answer came. */
  fresh(): Promise<TaskVideo | null>;
  openLink(url: string, signal: AbortSignal): Promise<Opened>;
  /** `/content` with the key; null where there is no key. */
  openContent: ((signal: AbortSignal) => Promise<Opened>) | null;
  /** The same as a stream through the service worker; null where there is none. */
  stream(): Promise<VideoStream | null>;
  readFault(fault: Extract<StreamFault, { kind: 'refused' }>): Promise<Opened>;
  /** Hosts that let no page read their videos: a `<video>` must ask them without `crossorigin`. */
  unreadableHosts: Set<string>;
}

/** Links that lead to links, in a row. */
export const MAX_LINKS = 3;

/**
 * The way up to a video: the kept copy; the link; the link of a fresh look-up; `/content` with the key, streamed, or
 * loaded whole where nothing streams. A rung is tried by playing it; only when that fails do we ask what it is, because
 * a `<video>` tells nobody why.
 */
export function climb(ways: Ways, options: ClimbOptions = {}): Climb {
  const over = new AbortController();
  const cleanUps: (() => void)[] = [];
  const onEnd = (run: () => void): void => {
    // What comes after the end has nobody who would give it back.
    if (over.signal.aborted) run();
    else cleanUps.push(run);
  };
  const rungs = allRungs({ ...ways, ...options, signal: over.signal, onEnd, links: 0 });
  return {
    async next() {
      try {
        return (await rungs.next()).value;
      } catch {
        return problem('unreachable');
      }
    },
    close() {
      over.abort();
      for (const run of cleanUps.splice(0)) run();
    },
  };
}

interface Way extends Ways, ClimbOptions {
  signal: AbortSignal;
  onEnd(run: () => void): void;
  links: number;
}
type Rungs<T> = AsyncGenerator<VideoSource, T, void>;

async function* allRungs(way: Way): Rungs<NoVideo> {
  const file = await way.kept();
  if (file) yield blobSource(file, way);
  const video = way.video();
  let failed: NoVideo | null = null;
  if (video?.kind === 'link') {
    failed = yield* overLink(way, video.url);
    if (failed.reason === 'unsupported' || way.light) return failed;
    const again = await way.fresh();
    if (again?.kind === 'link' && again.url !== video.url) failed = yield* overLink(way, again.url);
    if (failed.reason === 'unsupported') return failed;
  }
  const last = yield* overContent(way);
  // What the link was tells more than that there is nothing at /content either.
  return failed === null || last.reason === 'large' || last.reason === 'unsupported'
    ? last
    : failed;
}

async function* overLink(way: Way, url: string): Rungs<NoVideo> {
  const { host } = new URL(url);
  const plainOnly = way.unreadableHosts.has(host);
  if (!plainOnly) {
    yield { kind: 'source', url, cors: true, readable: true };
    const seen = yield* lookInto(way, url);
    if (seen.reason !== 'blocked') return seen;
    way.unreadableHosts.add(host);
  }
  yield { kind: 'source', url, cors: false, readable: false };
  // Many hosts let pages read their videos, but not their errors: this one tells nothing about the others.
  way.unreadableHosts.delete(host);
  return plainOnly ? yield* lookInto(way, url) : problem('blocked');
}

/** Why a link does not play. Where it only leads on, so do we. */
async function* lookInto(way: Way, url: string): Rungs<NoVideo> {
  const seen = await way.openLink(url, way.signal);
  if (seen.kind === 'link') return yield* onward(way, seen.url);
  if (seen.kind === 'problem') return seen;
  await seen.body.cancel();
  return problem('unsupported');
}

async function* onward(way: Way, url: string): Rungs<NoVideo> {
  way.links += 1;
  if (way.links > MAX_LINKS) return problem('not_video');
  return yield* overLink(way, url);
}

async function* overContent(way: Way): Rungs<NoVideo> {
  if (way.openContent === null) return problem('no_key');
  const stream = await way.stream();
  if (stream) {
    way.onEnd(() => stream.close());
    yield { kind: 'source', url: stream.url, cors: false, readable: true };
    const fault = await stream.fault();
    if (fault === null) return problem('unsupported');
    if (fault.kind === 'refused') {
      const seen = await way.readFault(fault);
      if (seen.kind === 'link') return yield* onward(way, seen.url);
      return seen.kind === 'problem' ? seen : problem('not_video');
    }
    if (fault.kind === 'unreachable') return problem('unreachable');
  }
  if (way.light) return problem('large');
  way.onProgress?.(null);
  const opened = await way.openContent(way.signal);
  if (opened.kind === 'link') return yield* onward(way, opened.url);
  if (opened.kind === 'problem') return opened;
  const blob = await collect(opened, way.large ? MAX_BYTES : ASK_ABOVE_BYTES, (share) =>
    way.onProgress?.(share),
  );
  if (blob === null) return { ...problem('large'), bytes: opened.size ?? ASK_ABOVE_BYTES };
  yield blobSource(blob, way);
  return problem('unsupported');
}

function blobSource(blob: Blob, { onEnd }: Way): VideoSource {
  const url = URL.createObjectURL(blob);
  onEnd(() => URL.revokeObjectURL(url));
  return { kind: 'source', url, cors: false, readable: true };
}

function problem(reason: VideoProblem): NoVideo {
  return { kind: 'problem', reason };
}
