import { refKey } from '~/core/answer';
import { linkOf } from '~/core/has-video';
import type { NoVideo } from '~/core/video';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { fileName } from '~/engine/media/save/file-name';
import { TooLargeToHold } from '~/engine/media/save/memory';
import type { Media } from '~/engine/media/media';
import { openTab } from '~/ui/download';
import { beginWork } from '~/ui/unfinished';

import { givenUp, saving } from './saving';
import { videoToDownloads, type Downloaded } from './to-downloads';

/**
 * How a download ended. `tab`: the page may not read the file, so it was opened in a tab. `browser`: the file is too
 * large for the page, and the browser's own download continues.
 */
export type Saved =
  | { kind: Downloaded['kind']; name: string }
  | { kind: 'tab' | 'busy' | 'stopped' }
  | NoVideo;

/**
 * Saves a task's video under a readable name. Never rejects.
 * @param large the person agreed that a large one is held in memory, where it cannot be saved otherwise
 */
export async function saveVideo(
  media: Media,
  tracked: TrackedTask,
  task: Task,
  large = false,
): Promise<Saved> {
  const key = refKey(tracked);
  if (givenUp.has(key)) return { kind: 'busy' };
  const giveUp = new AbortController();
  givenUp.set(key, giveUp);
  const finish = beginWork();
  let ended = Promise.resolve();
  saving.setState({ [key]: null });
  try {
    const video = await media.open(tracked, giveUp.signal);
    if (video.kind === 'video') {
      const name = fileName(tracked, task, Date.now(), video.type);
      const onProgress = (share: number | null): void => {
        // The browser shows the rest of its own download.
        if (givenUp.get(key) === giveUp) saving.setState({ [key]: share });
      };
      const passing = { signal: giveUp.signal, mayHold: () => Promise.resolve(large) };
      const passed = await videoToDownloads(media, video, name, onProgress, passing);
      ({ ended } = passed);
      return { kind: passed.kind, name };
    }
    const link = linkOf(task);
    if (video.reason !== 'blocked' || link === null) return video;
    openTab(link);
    return { kind: 'tab' };
  } catch (error) {
    if (giveUp.signal.aborted) return { kind: 'stopped' };
    if (error instanceof TooLargeToHold) {
      return { kind: 'problem', reason: 'large', bytes: error.bytes };
    }
    return { kind: 'problem', reason: 'unreachable' };
  } finally {
    givenUp.delete(key);
    saving.setState({ [key]: undefined });
    // The browser's own download continues after this function has returned.
    void ended.catch(() => {}).finally(finish);
  }
}
