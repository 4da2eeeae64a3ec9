import type { StoreApi } from 'zustand/vanilla';

import type { TaskRef } from '~/core/answer';
import type { NoVideo, VideoDownload } from '~/core/video';

import type { Finished } from './keeper';
import type { KeptIndex } from './kept-index';
import type { KeepState } from './state';
import type { After } from './turns';
import type { VideoStores } from './video-stores';

/** What keeping needs from the browser and the engine. */
export interface KeepOptions {
  /** `NOTHING_KEPT` at first. */
  state: StoreApi<KeepState>;
  index: KeptIndex;
  videoStores: VideoStores;
  open: (ref: TaskRef, signal: AbortSignal) => Promise<VideoDownload | NoVideo>;
  /** Finished tasks on the board that have a video, oldest first, with their file names. */
  finished: () => readonly Finished[];
  isTracked: (key: string) => boolean;
  /** When it is known of every task whether it is on the board. */
  whole: Promise<void>;
  /** Null if the browser has none; then two tabs may fetch the same video. */
  locks: Pick<LockManager, 'request'> | null;
  now: () => number;
  /** Notifies the other tabs. */
  post: () => void;
  after?: After;
}
