import { createStore } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { VideoDownload, NoVideo } from '~/core/video';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { ASK_ABOVE_BYTES } from '~/engine/media/play-ladder';
import { collect } from '~/engine/media/save/collect';
import { fileName } from '~/engine/media/save/file-name';
import type { Media } from '~/engine/media/media';
import { openTab, saveBlob, saveFromWorker } from '~/ui/download';
import { beginWork } from '~/ui/unfinished';

/** Downloads in progress: the share of each, 0 to 1, or null if its size is unknown. */
export const saving = createStore<{ shares: ReadonlyMap<string, number | null> }>(() => ({
  shares: new Map(),
}));

const givenUp = new Map<string, AbortController>();

/**
 * How a download ended. `tab`: the page may not read the file, so it was opened in a tab. `browser`: the file is too
 * large for the page, and the browser's own download continues.
 */
export type Saved =
  | { kind: 'saved'; name: string }
  | { kind: 'browser'; name: string }
  | { kind: 'tab' }
  | { kind: 'busy' }
  | { kind: 'stopped' }
  | NoVideo;

/** Saves a task's video under a readable name. Never rejects. */
export async function saveVideo(media: Media, tracked: TrackedTask, task: Task): Promise<Saved> {
  const key = refKey(tracked);
  if (givenUp.has(key)) return { kind: 'busy' };
  const giveUp = new AbortController();
  givenUp.set(key, giveUp);
  const ended = beginWork();
  setShare(key, null);
  try {
    const video = await media.open(tracked, giveUp.signal);
    if (video.kind === 'video') {
      const name = fileName(tracked, task, Date.now(), video.type);
      return await write(media, video, name, giveUp.signal, (share) => setShare(key, share));
    }
    if (video.reason !== 'blocked' || task.video?.kind !== 'link') return video;
    openTab(task.video.url);
    return { kind: 'tab' };
  } catch {
    if (giveUp.signal.aborted) return { kind: 'stopped' };
    return { kind: 'problem', reason: 'unreachable' };
  } finally {
    givenUp.delete(key);
    ended();
    dropShare(key);
  }
}

export function stopSaving(key: string): void {
  givenUp.get(key)?.abort();
}

async function write(
  media: Media,
  video: VideoDownload,
  name: string,
  signal: AbortSignal,
  onProgress: (share: number | null) => void,
): Promise<Saved> {
  // A large video is never held in memory: the service worker streams it to the browser's own download.
  if ((video.size ?? 0) > ASK_ABOVE_BYTES) {
    // The browser's own download continues after this function has returned.
    const ended = beginWork();
    const url = await media.serveFile(video.body, name, video.type, ended);
    if (url !== null) {
      saveFromWorker(url);
      return { kind: 'browser', name };
    }
    ended();
  }
  const blob = await collect(video, Infinity, onProgress);
  signal.throwIfAborted();
  if (blob) saveBlob(blob, name);
  return { kind: 'saved', name };
}

function setShare(key: string, share: number | null): void {
  saving.setState(({ shares }) => ({ shares: new Map(shares).set(key, share) }));
}

function dropShare(key: string): void {
  saving.setState(({ shares }) => {
    const rest = new Map(shares);
    rest.delete(key);
    return { shares: rest };
  });
}
