import { makeZip } from 'client-zip';

import type { VideoProblem, VideoDownload, NoVideo } from '~/core/video';

import { counted } from './counted';
import { toCsv } from './csv';

/** One video of the ZIP. */
export interface ZipItem {
  key: string;
  nameFor: (type: string) => string;
  open: (signal: AbortSignal) => Promise<VideoDownload | NoVideo>;
  /** The video's row in the table, without the file name. */
  cells: readonly (string | null)[];
}

/** Progress reports. */
export interface ZipNews {
  onProgress(key: string, share: number | null): void;
  onDone(key: string, name: string): void;
  onFailed(key: string, reason: VideoProblem): void;
}

/**
 * A ZIP of videos that is written as it is read, so it is never held in memory. Videos that cannot be fetched are left
 * out. The table comes last, because only then are the contents known.
 * @param head the table's header row; the file name and the error are appended to it
 */
export function zipVideos(
  items: readonly ZipItem[],
  head: readonly string[],
  news: ZipNews,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return makeZip(entries(items, head, news, signal));
}

async function* entries(
  items: readonly ZipItem[],
  head: readonly string[],
  news: ZipNews,
  signal: AbortSignal,
) {
  const table: (string | null)[][] = [[...head]];
  const taken = new Set<string>();
  for (const item of items) {
    signal.throwIfAborted();
    const video = await item.open(signal);
    if (video.kind === 'problem') {
      news.onFailed(item.key, video.reason);
      table.push([...item.cells, null, video.reason]);
      continue;
    }
    const name = unique(item.nameFor(video.type), taken);
    let broken = false;
    const bytes = counted(video, (share) => news.onProgress(item.key, share));
    yield { name, input: unbroken(bytes, signal, () => (broken = true)) };
    if (broken) news.onFailed(item.key, 'unreachable');
    else news.onDone(item.key, name);
    table.push([...item.cells, name, broken ? 'incomplete' : null]);
  }
  yield { name: 'videos.csv', input: toCsv(table) };
}

/** `a.mp4`, then `a (2).mp4`: names in a ZIP must be unique. */
export function unique(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) {
    free = `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
  }
  taken.add(free.toLowerCase());
  return free;
}

/** A video that breaks off must not break the ZIP: the part that arrived stays, and the failure is reported. */
function unbroken(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  onBreak: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        signal.throwIfAborted();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (signal.aborted) {
          controller.error(error);
          await reader.cancel(error).catch(() => {});
          return;
        }
        onBreak();
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
