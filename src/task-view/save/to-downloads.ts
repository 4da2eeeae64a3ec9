import type { VideoDownload } from '~/core/video';
import { ASK_ABOVE_BYTES } from '~/engine/media/play-ladder';
import type { Media } from '~/engine/media/media';
import { collect } from '~/engine/media/save/collect';
import { counted } from '~/engine/media/save/counted';
import { watchEnd } from '~/engine/media/save/watch-end';
import { saveBlob, saveFromWorker } from '~/ui/download';

/** Where the bytes went: the page has `saved` them all, or the `browser`'s own download continues until `ended`. */
export interface Downloaded {
  kind: 'saved' | 'browser';
  /** Rejects if the download breaks off or is stopped. */
  ended: Promise<void>;
}

/** Passes a video to the browser's downloads, without holding a large one in memory if possible. */
export async function videoToDownloads(
  media: Media,
  video: VideoDownload,
  name: string,
  onProgress: (share: number | null) => void,
  signal: AbortSignal,
): Promise<Downloaded> {
  if ((video.size ?? 0) > ASK_ABOVE_BYTES) {
    return toDownloads(media, counted(video, onProgress), name, video.type, signal);
  }
  const blob = await collect(video, Infinity, onProgress);
  signal.throwIfAborted();
  if (blob) saveBlob(blob, name);
  return SAVED;
}

/** Through the service worker or, without one, from memory. */
export async function toDownloads(
  media: Media,
  bytes: ReadableStream<Uint8Array>,
  name: string,
  type: string,
  signal: AbortSignal,
): Promise<Downloaded> {
  const file = await media.serveFile(bytes, name, type, signal);
  if (file) {
    saveFromWorker(file.url);
    return { kind: 'browser', ended: file.ended };
  }
  const { stream } = watchEnd(bytes, signal);
  const headers = { 'content-type': type };
  saveBlob(await new Response(stream as BodyInit, { headers }).blob(), name);
  return SAVED;
}

const SAVED: Downloaded = { kind: 'saved', ended: Promise.resolve() };
