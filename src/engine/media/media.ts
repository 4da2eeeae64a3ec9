import type { StoreApi } from 'zustand/vanilla';

import type { TaskRef } from '~/core/answer';
import type { PlayLadder, PlayLadderOptions, VideoDownload, NoVideo } from '~/core/video';

import type { Keeping } from '~/engine/media/keep/keeping';
import type { Streams } from './streams';

/** Everything the screens can do with videos. Components use `useMedia()`, other code `mediaOf(engine)`. */
export interface Media {
  /** The sources of a task's video, best first. */
  playLadder(ref: TaskRef, options?: PlayLadderOptions): PlayLadder;
  /**
   * Opens the whole video for saving: the kept copy, the link, a fresh look-up's link, or `/content` with the key.
   * Rejects only when aborted.
   */
  open(ref: TaskRef, signal: AbortSignal): Promise<VideoDownload | NoVideo>;
  /** First frames by `refKey`, as object URLs; null if this browser has none, absent until it is known. */
  readonly posters: StoreApi<ReadonlyMap<string, string | null>>;
  /** Looks for a task's poster in this browser, without asking any service; it appears in `posters`. */
  wantPoster(key: string): void;
  /** Makes the poster from what is on screen, unless there is one or the pixels cannot be read. */
  keepPoster(key: string, picture: HTMLVideoElement | HTMLImageElement): void;
  /** First frames that this page may show and not read, by `refKey`, until it closes. */
  readonly frames: StoreApi<ReadonlyMap<string, HTMLCanvasElement>>;
  /**
   * Takes a picture of a finished video while its card is on the screen: it appears in `posters`, or else in `frames`.
   * @param source where it would come from; another one is another try
   * @returns what stops it
   */
  wantPicture(ref: TaskRef, source: string, card: Element): () => void;
  /** Hosts without CORS headers, found by trying and remembered until the page closes. */
  readonly unreadableHosts: Set<string>;
  /** Creates a URL that downloads a stream; null without a service worker. */
  serveFile: Streams['serveFile'];
  readonly keeping: Keeping;
}
