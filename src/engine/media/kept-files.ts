import type { Film } from '~/core/clip';

import { counted } from './counted';

/** A folder that films are kept in: the person's own, or one that only this page sees. */
export interface Shelf {
  /**
   * Writes a film and resolves to its length in bytes. What is broken off leaves no file behind.
   * Rejects with the browser's own error: `QuotaExceededError`, `NotAllowedError`, `AbortError`.
   */
  write(
    name: string,
    film: Film,
    onProgress: (share: number | null) => void,
    signal: AbortSignal,
  ): Promise<number>;
  /** Null where there is no such file. */
  read(name: string): Promise<File | null>;
  has(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

export function openShelf(folder: FileSystemDirectoryHandle): Shelf {
  const read = async (name: string): Promise<File | null> => {
    try {
      return await (await folder.getFileHandle(name)).getFile();
    } catch {
      return null;
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
    has: async (name) => (await read(name)) !== null,
    async write(name, film, onProgress, signal) {
      const handle = await folder.getFileHandle(name, { create: true });
      try {
        // The browser writes beside the file and puts it in place when it is closed.
        const file = await handle.createWritable();
        let bytes = 0;
        const stream = counted(film, (share, total) => {
          bytes = total;
          onProgress(share);
        });
        await stream.pipeTo(file, { signal });
        return bytes;
      } catch (error) {
        await remove(name);
        throw error;
      }
    },
  };
}

/** A name that is free on the shelf: `a.mp4`, then `a (2).mp4`. */
export async function freeName(shelf: Shelf, name: string): Promise<string> {
  const dot = name.lastIndexOf('.');
  for (let n = 2; ; n += 1) {
    const candidate = n === 2 ? name : `${name.slice(0, dot)} (${n - 1})${name.slice(dot)}`;
    if (!(await shelf.has(candidate))) return candidate;
  }
}
