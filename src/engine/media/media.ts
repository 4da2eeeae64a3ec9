import type { StoreApi } from 'zustand/vanilla';

import type { TaskRef } from '~/core/answer';
import type { PlayLadder, PlayLadderOptions, VideoDownload, NoVideo } from '~/core/video';

import type { Keeping } from './keeping';
import type { Streams } from './streams';

/** All that the screens may do with videos. They get it by `useMedia()` (engine/tasks/use-media.ts), others by `mediaOf(engine)`. */
export interface Media {
  /** The sources of a task's video, best first. */
  playLadder(ref: TaskRef, options?: PlayLadderOptions): PlayLadder;
  /** The whole video, to be saved: kept copy, link, a fresh look-up's link, `/content` with the key. Rejects only when aborted. */
  open(ref: TaskRef, signal: AbortSignal): Promise<VideoDownload | NoVideo>;
  /** First frames by `refKey`, as object URLs; null where this browser has none, absent while it is not known. */
  readonly posters: StoreApi<ReadonlyMap<string, string | null>>;
  /** Looks for a task's poster in this browser; it appears in `posters`. Asks no service. */
  wantPoster(key: string): void;
  /** Makes the poster from what is shown; does nothing where there is one, or it may not be read. */
  keepPoster(key: string, picture: HTMLVideoElement | HTMLImageElement): void;
  /** Hosts that let no page read what they send: found out once, remembered until the page is closed. */
  readonly unreadableHosts: Set<string>;
  /** An address of the page's own that downloads what the page writes; null where no service worker is there. */
  serveFile: Streams['serveFile'];
  readonly keeping: Keeping;
}
