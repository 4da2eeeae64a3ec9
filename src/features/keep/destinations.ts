import type { Media } from '~/engine/media/media';
import { saveBlob, saveFromWorker } from '~/ui/download';

/** Where a ZIP goes. Resolves when it is written. */
export type ZipSink = (zip: ReadableStream<Uint8Array>, signal: AbortSignal) => Promise<void>;

/** Chromium's choosers, which TypeScript does not know yet. */
interface Choosers {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

/**
 * A file the person chooses; where there is no chooser, a download of the page's own through its service worker;
 * else the whole in memory.
 */
export async function chooseZip(media: Media, name: string): Promise<ZipSink | 'given up'> {
  const choose = (globalThis as Choosers).showSaveFilePicker;
  const types = [{ accept: { 'application/zip': ['.zip'] } }];
  const chosen = choose ? await attempt(() => choose({ suggestedName: name, types })) : null;
  if (chosen === 'given up') return chosen;
  return async (zip, signal) => {
    if (chosen) return zip.pipeTo(await chosen.createWritable(), { signal });
    const { stream, ended } = watched(zip);
    const url = await media.serveFile(stream, name, 'application/zip');
    if (url === null) saveBlob(await new Response(stream as BodyInit).blob(), name);
    else {
      saveFromWorker(url);
      await ended;
    }
  };
}

/** Null where the browser has no folders: then each file is a download. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null | 'given up'> {
  const choose = (globalThis as Choosers).showDirectoryPicker;
  return choose ? attempt(() => choose({ id: 'rushes', mode: 'readwrite' })) : null;
}

/** The person's *Cancel* is an AbortError; anything else means that the chooser does not work here. */
async function attempt<T>(choose: () => Promise<T>): Promise<T | null | 'given up'> {
  try {
    return await choose();
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given up' : null;
  }
}

/** A stream that tells when it has been read to its end. */
function watched(zip: ReadableStream<Uint8Array>): {
  stream: ReadableStream<Uint8Array>;
  ended: Promise<void>;
} {
  const reader = zip.getReader();
  let resolve = (): void => {};
  let reject = (_reason: Error): void => {};
  const ended = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever waits for it hears of it; nobody has to.
  ended.catch(() => {});
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          controller.close();
          resolve();
        } catch (error) {
          controller.error(error);
          reject(error instanceof Error ? error : new Error('the ZIP broke off'));
        }
      },
      cancel(reason) {
        reject(new DOMException('The browser stopped the download', 'AbortError'));
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, ended };
}
