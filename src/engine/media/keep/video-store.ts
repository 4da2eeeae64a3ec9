import type { VideoDownload } from '~/core/video';

import { counted } from '~/engine/media/save/counted';

/** A folder for videos: one the person chose, or one private to this page. */
export interface VideoStore {
  /**
   * Writes a video and resolves to its length in bytes. On failure it deletes the file and cancels the download.
   * Rejects with the browser's own error: `QuotaExceededError`, `NotAllowedError`, `AbortError`.
   */
  write(
    name: string,
    video: VideoDownload,
    onProgress: (share: number | null) => void,
    signal: AbortSignal,
  ): Promise<number>;
  /** Null if there is no such file; rejects if the folder may not be read. */
  read(name: string): Promise<File | null>;
  /** Whether the name is taken. */
  has(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

/** Opens a folder as a video store. */
export function openVideoStore(folder: FileSystemDirectoryHandle): VideoStore {
  const read = async (name: string): Promise<File | null> => {
    try {
      return await (await folder.getFileHandle(name)).getFile();
    } catch (error) {
      if (isCalled(error, 'NotFoundError')) return null;
      throw error;
    }
  };
  const remove = async (name: string): Promise<void> => {
    try {
      await folder.removeEntry(name);
    } catch {
      // It is gone already.
    }
  };
  return {
    read,
    remove,
    async has(name) {
      try {
        // A page that was closed while writing leaves an empty file.
        return ((await read(name))?.size ?? 0) > 0;
      } catch (error) {
        // A folder has that name.
        if (isCalled(error, 'TypeMismatchError')) return true;
        throw error;
      }
    },
    async write(name, video, onProgress, signal) {
      try {
        const handle = await folder.getFileHandle(name, { create: true });
        // The browser writes to a temporary file and replaces the real one when it is closed.
        const file = await handle.createWritable();
        let bytes = 0;
        const stream = counted(video, (share, total) => {
          bytes = total;
          onProgress(share);
        });
        await stream.pipeTo(file, { signal });
        return bytes;
      } catch (error) {
        await dismiss(video);
        await remove(name);
        throw error;
      }
    },
  };
}

/** Cancels a download that is no longer wanted, so that its connection is released. */
export async function dismiss(video: VideoDownload): Promise<void> {
  try {
    await video.body.cancel();
  } catch {
    // Whoever was reading it has cancelled it.
  }
}

/** A name that is free in the store: `a.mp4`, then `a (2).mp4`. */
export async function freeName(videoStore: VideoStore, name: string): Promise<string> {
  const dot = name.lastIndexOf('.');
  for (let n = 2; ; n += 1) {
    const candidate = n === 2 ? name : `${name.slice(0, dot)} (${n - 1})${name.slice(dot)}`;
    if (!(await videoStore.has(candidate))) return candidate;
  }
}

function isCalled(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
