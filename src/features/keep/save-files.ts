import { toCsv } from '~/engine/media/save/csv';
import {
  dismiss,
  freeName,
  openVideoStore,
  type VideoStore,
} from '~/engine/media/keep/video-store';
import type { Media } from '~/engine/media/media';
import { unique, type ZipItem, type ZipNews } from '~/engine/media/save/zip';
import { videoToDownloads } from '~/task-view/save/to-downloads';
import { saveBlob } from '~/ui/download';

import { COLUMNS } from './download-table';

const TABLE = 'videos.csv';

/**
 * Saves videos one by one, with a table of them: into a folder, or (null) as downloads. A video that breaks off is
 * reported and skipped; rejects if the folder cannot be written to or `signal` is aborted.
 */
export async function saveFiles(
  media: Media,
  items: readonly ZipItem[],
  folder: FileSystemDirectoryHandle | null,
  news: ZipNews,
  signal: AbortSignal,
): Promise<void> {
  const videoStore = folder && openVideoStore(folder);
  const table: (string | null)[][] = [[...COLUMNS]];
  const taken = new Set<string>();
  for (const item of items) {
    signal.throwIfAborted();
    const video = await item.open(signal);
    if (video.kind === 'problem') {
      news.onFailed(item.key, video.reason);
      table.push([...item.cells, null, video.reason]);
      continue;
    }
    const onProgress = (share: number | null): void => news.onProgress(item.key, share);
    let name = unique(item.nameFor(video.type), taken);
    try {
      if (videoStore) {
        name = await freeName(videoStore, name);
        await videoStore.write(name, video, onProgress, signal);
      } else await (await videoToDownloads(media, video, name, onProgress, signal)).ended;
    } catch (error) {
      await dismiss(video);
      // A video that breaks off or stalls is one failure; a full disk or a missing folder stops everything.
      const own = !(error instanceof DOMException) || error.name === 'AbortError';
      if (signal.aborted || !own) throw error;
      news.onFailed(item.key, 'unreachable');
      table.push([...item.cells, null, 'unreachable']);
      continue;
    }
    news.onDone(item.key, name);
    table.push([...item.cells, name, null]);
  }
  await saveTable(table, videoStore, signal);
}

async function saveTable(
  table: readonly (readonly (string | null)[])[],
  videoStore: VideoStore | null,
  signal: AbortSignal,
): Promise<void> {
  const csv = new Blob([toCsv(table)], { type: 'text/csv' });
  if (videoStore === null) {
    saveBlob(csv, TABLE);
    return;
  }
  const file = { kind: 'video', body: csv.stream(), type: csv.type, size: csv.size } as const;
  await videoStore.write(await freeName(videoStore, TABLE), file, () => {}, signal);
}
