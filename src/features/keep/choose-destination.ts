import type { Media } from '~/engine/media/media';
import { toDownloads } from '~/task-view/save/to-downloads';

/** Where a ZIP is written to. Resolves when it is complete. */
type ZipSink = (zip: ReadableStream<Uint8Array>, signal: AbortSignal) => Promise<void>;

/** Chromium's file pickers, which TypeScript does not know yet. */
interface Choosers {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

/**
 * A file the person chooses; without a file picker, a download through the service worker; without that either, a
 * download from memory.
 */
export async function chooseZip(media: Media, name: string): Promise<ZipSink | 'given up'> {
  const choose = (globalThis as Choosers).showSaveFilePicker;
  const types = [{ accept: { 'application/zip': ['.zip'] } }];
  const chosen = choose ? await attempt(() => choose({ suggestedName: name, types })) : null;
  if (chosen === 'given up') return chosen;
  return async (zip, signal) => {
    if (chosen) await zip.pipeTo(await chosen.createWritable(), { signal });
    else await (await toDownloads(media, zip, name, 'application/zip', signal)).ended;
  };
}

/** Null if the browser cannot pick folders; then each file is a download. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null | 'given up'> {
  const choose = (globalThis as Choosers).showDirectoryPicker;
  return choose ? attempt(() => choose({ id: 'rushes', mode: 'readwrite' })) : null;
}

/** *Cancel* gives an AbortError; anything else means that the picker does not work here. */
async function attempt<T>(choose: () => Promise<T>): Promise<T | null | 'given up'> {
  try {
    return await choose();
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given up' : null;
  }
}
