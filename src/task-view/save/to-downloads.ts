import type { VideoDownload } from '~/core/video';
import type { Media } from '~/engine/media/media';
import { counted } from '~/engine/media/save/counted';
import { hold, readUpTo, UNASKED, type MayHold } from '~/engine/media/save/memory';
import { watchEnd } from '~/engine/media/save/watch-end';
import { saveBlob, saveFromWorker } from '~/ui/download';

/** Where the bytes went: the page has `saved` them all, or the `browser`'s own download continues until `ended`. */
export interface Downloaded {
  kind: 'saved' | 'browser';
  /** Rejects if the download breaks off or is stopped. */
  ended: Promise<void>;
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** What a download needs on its way. */
export interface Passing {
  signal: AbortSignal;
  /** Asked only where a large file can get to the disk in no other way than through the page's memory. */
  mayHold: MayHold;
}

/**
 * Passes a video to the browser's downloads: a usual one from memory, a large one, whether or not its service says how
 * large it is, through the service worker.
 */
export async function videoToDownloads(
  media: Media,
  video: VideoDownload,
  name: string,
  onProgress: (share: number | null) => void,
  passing: Passing,
): Promise<Downloaded> {
  const { type, size } = video;
  const read = await readUpTo(counted(video, onProgress), UNASKED.one, size);
  passing.signal.throwIfAborted();
  if (read.rest) {
    return pass(media, read.rest, name, type, { ...passing, size, unasked: UNASKED.one });
  }
  saveBlob(new Blob(read.whole, { type }), name);
  return SAVED;
}

/** Passes a file of several videos to the browser's downloads. */
export function toDownloads(
  media: Media,
  bytes: ReadableStream<Uint8Array>,
  name: string,
  type: string,
  passing: Passing,
): Promise<Downloaded> {
  const held = { ...passing, size: null, unasked: UNASKED.several };
  return pass(media, bytes as Bytes, name, type, held);
}

/** Through the service worker or, without one, from memory, if the person agrees. */
async function pass(
  media: Media,
  bytes: Bytes,
  name: string,
  type: string,
  { signal, ...held }: Passing & { size: number | null; unasked: number },
): Promise<Downloaded> {
  const file = await media.serveFile(bytes, name, type, signal);
  if (file) {
    saveFromWorker(file.url);
    return { kind: 'browser', ended: file.ended };
  }
  const { stream } = watchEnd(bytes, signal);
  saveBlob(await hold(stream as Bytes, type, held), name);
  return SAVED;
}

const SAVED: Downloaded = { kind: 'saved', ended: Promise.resolve() };
