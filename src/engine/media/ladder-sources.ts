import type { TaskVideo } from '~/core/task';
import type { Opened } from '~/core/video';

import type { StreamFault, VideoStream } from './streams';

/** Where a task's video may come from. The engine supplies the real ones, tests their own. */
export interface LadderSources {
  /** The copy in this browser. */
  kept(): Promise<File | null>;
  /** The video in the last answer. */
  video(): TaskVideo | null;
  /** Looks the task up again; null if no answer came. */
  fresh(): Promise<TaskVideo | null>;
  openLink(url: string, signal: AbortSignal): Promise<Opened>;
  /** `/content` with the key; null without a key. */
  openContent: ((signal: AbortSignal) => Promise<Opened>) | null;
  /** The same, streamed through the service worker; null if there is none. */
  stream(): Promise<VideoStream | null>;
  readFault(fault: Extract<StreamFault, { kind: 'refused' }>): Promise<Opened>;
  /** Hosts without CORS headers: a `<video>` must load from them without `crossorigin`. */
  unreadableHosts: Set<string>;
}
