/** What the service worker says to the page. `origin-wanted` is answered through its port, with a `VideoOrigin` or null. */
export type FromWorker =
  | { type: 'origin-wanted'; id: string }
  /** Words came in the place of a video. */
  | { type: 'refused'; id: string; status: number; contentType: string; body: string }
  /** The service sends no ranges: streamed, the video could not be sought in. */
  | { type: 'whole-only'; id: string }
  | { type: 'unreachable'; id: string };

/** What the page says to its service worker. */
export type ToWorker =
  | { type: 'claim' }
  /** The person lets the new version in. */
  | { type: 'take-over' }
  /** Its origin may have changed, or nobody plays it any more. */
  | { type: 'forget'; id: string }
  /** A download made by the page itself; `stream` is transferred. A word through the port says that it is there. */
  | {
      type: 'file';
      id: string;
      stream: ReadableStream<Uint8Array>;
      name: string;
      contentType: string;
    }
  /** Keeps the worker awake while a file goes through it. */
  | { type: 'awake' };

/** Below the page's own address: `clip/<id>` is answered by the service worker, by nobody else. */
export const CLIP_PATH = 'clip/';
