import { makeZip } from 'client-zip';

import { counted } from './counted';
import { toCsv } from './csv';
import { eachVideo, type SaveItem, type SaveNews } from './each-video';

/**
 * A ZIP of videos that is written as it is read, so it is never held in memory. The table comes last, because only then
 * are the contents known.
 * @param head the table's header row; the file name and the error are appended to it
 */
export function zipVideos(
  items: readonly SaveItem[],
  head: readonly string[],
  news: SaveNews,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return makeZip(entries(items, head, news, signal));
}

async function* entries(
  items: readonly SaveItem[],
  head: readonly string[],
  news: SaveNews,
  signal: AbortSignal,
) {
  const table: (string | null)[][] = [[...head]];
  for await (const coming of eachVideo(items, table, news, signal)) {
    const bytes = counted(coming.video, coming.onProgress);
    const input = unbroken(bytes, signal, () => (coming.broke = 'incomplete'));
    yield { name: coming.name, input };
  }
  yield { name: 'videos.csv', input: toCsv(table) };
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
