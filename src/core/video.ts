import type { TaskRef } from './answer';

/** Why a video cannot be had; the words for each are chosen where it is drawn. */
export const VIDEO_PROBLEMS = [
  /** The link has expired, or the file behind it is gone. */
  'expired',
  /** The service does not accept the key for this video. */
  'auth',
  /** There is no key to ask with. */
  'no_key',
  'not_found',
  'not_ready',
  /** Something came, but not a video. */
  'not_video',
  /** The site plays no video to web pages, or lets no page read why. */
  'blocked',
  /** A video, but not in a format that this browser plays. */
  'unsupported',
  'unreachable',
  /** Larger than what is loaded into memory without asking. */
  'large',
] as const;
export type VideoProblem = (typeof VIDEO_PROBLEMS)[number];

export interface NoVideo {
  kind: 'problem';
  reason: VideoProblem;
  /** Where the size matters, and is known. */
  bytes?: number;
}

/** A video that is coming in: its first bytes have been looked at. */
export interface VideoDownload {
  kind: 'video';
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Media type, `video/mp4` where the service says none. */
  type: string;
  /** Bytes, null where the service does not say. */
  size: number | null;
}

/** What comes of asking for a video: it, a link that leads on to it, or why there is none. */
export type Opened = VideoDownload | { kind: 'link'; url: string } | NoVideo;

/** Where a protected video's bytes come from. The headers hold the key: it travels by message only, and is never stored. */
export interface VideoOrigin {
  url: string;
  headers: Record<string, string>;
}

/** An address that a `<video>` plays. */
export interface VideoSource {
  kind: 'source';
  /** http(s), blob: or one of the page's own. */
  url: string;
  /** Ask for it with `crossorigin`, so that frames may be read. */
  cors: boolean;
  /** Frames may be drawn and read back: for posters and stills. */
  readable: boolean;
}

/**
 * The sources of a video, best first. `next()` gives the first one and, once that has failed, the next; after the last
 * one it says why there is none. `close()` frees the memory and cancels whatever is still loading.
 */
export interface PlayLadder {
  next(): Promise<VideoSource | NoVideo>;
  close(): void;
}

export interface PlayLadderOptions {
  /** The person agreed to load a large video into memory. */
  large?: boolean;
  /** Only what plays at once: nothing is loaded whole, no service is asked anew. For a glance in passing. */
  light?: boolean;
  /** Share of a video that is loaded whole, 0 to 1; null where its length is not said. */
  onProgress?: (share: number | null) => void;
}

/** Where a kept video lies. */
export type KeptPlace = 'browser' | 'folder';

/** A video that this browser has a copy of. */
export interface KeptVideo extends TaskRef {
  place: KeptPlace;
  /** Its file's name in that place. */
  name: string;
  bytes: number;
  type: string;
  /** Epoch ms. */
  keptAt: number;
}
