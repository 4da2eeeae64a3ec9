import type { VideoDownload } from '~/core/video';

import { counted } from './counted';

/** A folder that videos are kept in: the person's own, or one that only this page sees. */
export interface VideoStore {
  /**
   * Writes a video and resolves to its length in bytes. What is broken off leaves no file behind, and is not read on.
   * Rejects with the browser's own error: `QuotaExceededError`, `NotAllowedError`, `AbortError`.
   */
  write(
    name: string,
    video: VideoDownload,
    onProgress: (share: number | null) => void,
    signal: AbortSignal,
  ): Promise<number>;
  /** Null where there is no such file; rejects where it may not be known. */
  read(name: string): Promise<File | null>;
  /** Whether the name is taken. */
  has(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

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
        // An empty file is what a page leaves that was closed while it wrote.
        return ((await read(name))?.size ?? 0) > 0;
      } catch (error) {
        // A folder of that name.
        if (isCalled(error, 'TypeMismatchError')) return true;
        throw error;
      }
    },
    async write(name, video, onProgress, signal) {
      try {
        const handle = await folder.getFileHandle(name, { create: true });
        // The browser writes beside the file and puts it in place when it is closed.
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

/** A video that nobody wants to read any more: its connection is given back. */
export async function dismiss(video: VideoDownload): Promise<void> {
  try {
    await video.body.cancel();
  } catch {
    // Whoever reads it has ended it.
  }
}

/** A name that is free on the store: `a.mp4`, then `a (2).mp4`. */
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
