import type { VideoDownload } from '~/core/video';
import { ASK_ABOVE_BYTES } from '~/engine/media/play-ladder';
import { collect } from '~/engine/media/save/collect';
import { counted } from '~/engine/media/save/counted';
import type { Media } from '~/engine/media/media';
import { saveBlob, saveFromWorker } from '~/ui/download';

import { watched } from './watched';

/** Where a ZIP is written to. Resolves when it is complete. */
export type ZipSink = (zip: ReadableStream<Uint8Array>, signal: AbortSignal) => Promise<void>;

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
    else await toDownloads(media, zip, name, 'application/zip', signal);
  };
}

/** Null if the browser cannot pick folders; then each file is a download. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null | 'given up'> {
  const choose = (globalThis as Choosers).showDirectoryPicker;
  return choose ? attempt(() => choose({ id: 'rushes', mode: 'readwrite' })) : null;
}

/** Passes a video to the browser's downloads, without holding a large one in memory if possible. */
export async function videoToDownloads(
  media: Media,
  video: VideoDownload,
  name: string,
  onProgress: (share: number | null) => void,
  signal: AbortSignal,
): Promise<void> {
  if ((video.size ?? 0) > ASK_ABOVE_BYTES) {
    await toDownloads(media, counted(video, onProgress), name, video.type, signal);
    return;
  }
  const blob = await collect(video, Infinity, onProgress);
  signal.throwIfAborted();
  if (blob) saveBlob(blob, name);
}

/** Through the service worker or, without one, from memory. */
async function toDownloads(
  media: Media,
  bytes: ReadableStream<Uint8Array>,
  name: string,
  type: string,
  signal: AbortSignal,
): Promise<void> {
  const { stream, ended } = watched(bytes, signal);
  const url = await media.serveFile(stream, name, type);
  if (url === null) {
    saveBlob(await new Response(stream as BodyInit).blob(), name);
    return;
  }
  saveFromWorker(url);
  await ended;
}

/** *Cancel* gives an AbortError; anything else means that the picker does not work here. */
async function attempt<T>(choose: () => Promise<T>): Promise<T | null | 'given up'> {
  try {
    return await choose();
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given up' : null;
  }
}
