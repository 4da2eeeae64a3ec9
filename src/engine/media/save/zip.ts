import { makeZip } from 'client-zip';

import { counted } from './counted';
import { toCsv } from './csv';
import { eachVideo, type SaveItem, type SaveNews } from './each-video';

/** A page that stands beside the videos. */
export type PageBeside<T extends SaveItem> = (
  items: readonly T[],
  names: ReadonlyMap<SaveItem, string>,
  signal: AbortSignal,
) => Promise<string>;

/**
 * A ZIP of videos that is written as it is read, so it is never held in memory. The table comes last, because only then
 * are the contents known.
 * @param page makes the page that shows the videos, from the names of those that came whole
 * @param head the table's header row; the file name and the error are appended to it
 */
export function zipVideos<T extends SaveItem>(
  items: readonly T[],
  head: readonly string[],
  news: SaveNews,
  signal: AbortSignal,
  page: PageBeside<T> | null = null,
): ReadableStream<Uint8Array> {
  return makeZip(entries(items, head, news, signal, page));
}

async function* entries<T extends SaveItem>(
  items: readonly T[],
  head: readonly string[],
  news: SaveNews,
  signal: AbortSignal,
  page: PageBeside<T> | null,
) {
  const names = new Map<SaveItem, string>();
  const table: (string | null)[][] = [[...head]];
  for await (const coming of eachVideo(items, table, news, signal)) {
    const bytes = counted(coming.video, coming.onProgress);
    const input = unbroken(bytes, signal, () => (coming.broke = 'incomplete'));
    yield { name: coming.name, input };
    if (!coming.broke) names.set(coming.item, coming.name);
  }
  if (page) yield { name: 'index.html', input: await page(items, names, signal) };
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
