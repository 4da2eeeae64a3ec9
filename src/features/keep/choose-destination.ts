import type { Media } from '~/engine/media/media';
import { toDownloads, type Passing } from '~/task-view/save/to-downloads';

/** Where one file is written to. Resolves when it is complete. */
type Sink = (file: ReadableStream<Uint8Array>, passing: Passing) => Promise<void>;

const ENDINGS = { 'application/zip': '.zip', 'text/html': '.html' } as const;
type FileType = keyof typeof ENDINGS;

/** Chromium can delete a file by itself. */
type Chosen = FileSystemFileHandle & { remove?: () => Promise<void> };

/** Chromium's file pickers, which TypeScript does not know yet. */
interface Choosers {
  showSaveFilePicker?: (options: object) => Promise<Chosen>;
  showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

/**
 * A file the person chooses; without a file picker, a download through the service worker; without that either, a
 * download from memory, if the person agrees to that.
 */
export async function chooseFile(
  media: Media,
  name: string,
  type: FileType,
): Promise<Sink | 'given up'> {
  const choose = (globalThis as Choosers).showSaveFilePicker;
  const types = [{ accept: { [type]: [ENDINGS[type]] } }];
  const chosen = choose ? await attempt(() => choose({ suggestedName: name, types })) : null;
  if (chosen === 'given up') return chosen;
  return async (file, passing) => {
    if (chosen) await writeInto(chosen, file, passing.signal);
    else await (await toDownloads(media, file, name, type, passing)).ended;
  };
}

/** The chooser has made an empty file, which must not stay as if it were whole. */
async function writeInto(
  chosen: Chosen,
  file: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await file.pipeTo(await chosen.createWritable(), { signal });
  } catch (error) {
    const { size } = await chosen.getFile();
    if (size === 0) await chosen.remove?.();
    throw error;
  }
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
