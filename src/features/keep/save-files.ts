import { toCsv } from '~/engine/media/save/csv';
import {
  dismiss,
  freeName,
  openVideoStore,
  type VideoStore,
} from '~/engine/media/keep/video-store';
import type { Media } from '~/engine/media/media';
import { eachVideo, type SaveItem, type SaveNews } from '~/engine/media/save/each-video';
import { TooLargeToHold } from '~/engine/media/save/memory';
import { videoToDownloads, type Passing } from '~/task-view/save/to-downloads';
import { saveBlob } from '~/ui/download';

import { COLUMNS } from '~/task-view/save/download-table';

const TABLE = 'videos.csv';

/**
 * Saves videos one by one, with a table of them: into a folder, or (null) as downloads. A video that breaks off is
 * reported and skipped; rejects if not one is saved, the folder cannot be written to or the signal is aborted.
 */
export async function saveFiles(
  media: Media,
  items: readonly SaveItem[],
  folder: FileSystemDirectoryHandle | null,
  news: SaveNews,
  passing: Passing,
): Promise<void> {
  const { signal } = passing;
  const videoStore = folder && openVideoStore(folder);
  const table: (string | null)[][] = [[...COLUMNS]];
  for await (const coming of eachVideo(items, table, news, signal)) {
    const { video, onProgress } = coming;
    try {
      if (videoStore) {
        coming.name = await freeName(videoStore, coming.name);
        await videoStore.write(coming.name, video, onProgress, signal);
      } else await (await videoToDownloads(media, video, coming.name, onProgress, passing)).ended;
    } catch (error) {
      await dismiss(video);
      // A video that breaks off or stalls is one failure; a full disk or a missing folder stops everything.
      const own = !(error instanceof DOMException) || error.name === 'AbortError';
      if (signal.aborted || !own) throw error;
      coming.broke = error instanceof TooLargeToHold ? 'large' : 'unreachable';
    }
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
