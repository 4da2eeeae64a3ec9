/** What the service worker says to the page. `origin-wanted` is answered through its port, with a `VideoOrigin` or null. */
export type FromWorker =
  | { say: 'origin-wanted'; id: string }
  /** Words came in the place of a video. */
  | { say: 'refused'; id: string; status: number; contentType: string; body: string }
  /** The service sends no ranges: streamed, the video could not be sought in. */
  | { say: 'whole-only'; id: string }
  | { say: 'unreachable'; id: string };

/** What the page says to its service worker. */
export type ToWorker =
  | { say: 'claim' }
  /** The person lets the new version in. */
  | { say: 'take-over' }
  /** Its origin may have changed, or nobody plays it any more. */
  | { say: 'forget'; id: string }
  /** A download made by the page itself; `stream` is transferred. A word through the port says that it is there. */
  | { say: 'file'; id: string; stream: ReadableStream<Uint8Array>; name: string; type: string }
  /** Keeps the worker awake while a file goes through it. */
  | { say: 'awake' };

/** Below the page's own address: `clip/<id>` is answered by the service worker, by nobody else. */
export const CLIP_PATH = 'clip/';
