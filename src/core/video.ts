import type { TaskRef } from './answer';

/** Why a video cannot be played or saved; the text shown is chosen at render time. */
export const VIDEO_PROBLEMS = [
  /** The link has expired, or the file behind it is gone. */
  'expired',
  /** The service does not accept the key for this video. */
  'auth',
  /** There is no key to use. */
  'no_key',
  'not_found',
  'not_ready',
  /** The response was not a video. */
  'not_video',
  /** The site blocks web pages from playing its videos, or from reading why they fail. */
  'blocked',
  /** The service keeps it on another host, and the key must not be sent there. */
  'elsewhere',
  /** A video in a format this browser cannot play. */
  'unsupported',
  'unreachable',
  /** Too large to load into memory without asking. */
  'large',
] as const;
export type VideoProblem = (typeof VIDEO_PROBLEMS)[number];

export interface NoVideo {
  kind: 'problem';
  reason: VideoProblem;
  /** The size, if it matters and is known. */
  bytes?: number;
}

/** A download whose first bytes have been checked and are video. */
export interface VideoDownload {
  kind: 'video';
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Media type; `video/mp4` if the service gave none. */
  type: string;
  /** Bytes; null if the service does not say. */
  size: number | null;
}

/** The result of requesting a video: the download, a link to follow, or why there is none. */
export type Opened = VideoDownload | { kind: 'link'; url: string } | NoVideo;

/**
 * Where to fetch a protected video from. The headers contain the key, so they are only ever sent in a message and never
 * stored.
 */
export interface VideoOrigin {
  url: string;
  headers: Record<string, string>;
  /** When the headers must be asked for again, in epoch ms; null if they stay good. */
  until: number | null;
  /** `manual` where a redirect would carry the key to another host. */
  redirect: 'follow' | 'manual';
}

/** A URL that a `<video>` can play. */
export interface VideoSource {
  kind: 'source';
  /** http(s), blob: or a URL of this page. */
  url: string;
  /** Load it with `crossorigin`, so that frames can be read. */
  cors: boolean;
  /** Frames can be drawn to a canvas and read, for posters and stills. */
  readable: boolean;
}

/**
 * The sources of a video, best first. `next()` gives the first one and, once that has failed, the next; after the last
 * one it says why there is none. `close()` frees the memory and cancels whatever is still loading.
 */
export interface PlayLadder {
  next(): Promise<VideoSource | NoVideo>;
  /** The last source, loaded whole; null if that is not possible without asking. For hosts without ranges. */
  whole(): Promise<VideoSource | null>;
  close(): void;
}

export interface PlayLadderOptions {
  /** The person agreed to load a large video into memory. */
  large?: boolean;
  /** Only sources that play at once: nothing is loaded whole, and no service is asked. For previews. */
  light?: boolean;
  /** The share of a video being loaded whole, 0 to 1; null if its size is unknown. */
  onProgress?: (share: number | null) => void;
}

/** Where a kept video is stored. */
export type KeptPlace = 'browser' | 'folder';

/** A video this browser has a copy of. */
export interface KeptVideo extends TaskRef {
  place: KeptPlace;
  /** File name in that place. */
  name: string;
  bytes: number;
  type: string;
  /** Epoch ms. */
  keptAt: number;
}
