/** From the service worker to the page. The answer to `origin-wanted`, a `VideoOrigin` or null, goes to its port. */
export type FromWorker =
  | { type: 'origin-wanted'; id: string }
  /** Text came instead of a video. */
  | {
      type: 'refused';
      id: string;
      status: number;
      contentType: string;
      body: string;
      /** From another host, which a redirect led to. */
      isElsewhere: boolean;
    }
  /** The service does not support ranges, so a stream could not be seeked in. */
  | { type: 'whole-only'; id: string }
  | { type: 'unreachable'; id: string };

/** From the page to its service worker. */
export type ToWorker =
  | { type: 'claim' }
  /** The page's language, as written in its cache, may be another one. */
  | { type: 'language' }
  /** The person accepted the new version. */
  | { type: 'take-over' }
  /** Its origin may have changed, or nobody is playing it any more. */
  | { type: 'forget'; id: string }
  /** A key was forgotten or replaced, in whichever tab: no origin is known any more. */
  | { type: 'new-keys' }
  /** A download made by the page: a message on the port says that this was heard, and then its bytes come there. */
  | { type: 'file'; id: string; name: string; contentType: string }
  /** The page was opened by a share from another app: its text goes to the port, null if there is none. */
  | { type: 'shared-wanted' }
  /** Keeps the worker alive while a file passes through it. */
  | { type: 'awake' };

/** Relative to the page: only the service worker answers `clip/<id>`. */
export const CLIP_PATH = 'clip/';
