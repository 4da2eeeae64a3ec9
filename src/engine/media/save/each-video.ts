import type { VideoProblem, VideoDownload, NoVideo } from '~/core/video';

/** One video of many to save. */
export interface SaveItem {
  key: string;
  nameFor: (type: string) => string;
  open: (signal: AbortSignal) => Promise<VideoDownload | NoVideo>;
  /** The video's row in the table, without the file name. */
  cells: readonly (string | null)[];
}

/** Progress reports. */
export interface SaveNews {
  onProgress(key: string, share: number | null): void;
  onDone(key: string, name: string): void;
  onFailed(key: string, reason: VideoProblem): void;
}

/** A video that has begun to come. Whoever saves it says what became of it. */
interface ComingVideo<T extends SaveItem = SaveItem> {
  item: T;
  video: VideoDownload;
  /** In use by no other one; may be changed. */
  name: string;
  onProgress: (share: number | null) => void;
  /** It broke off: a part of it is saved, or nothing; or nothing is, as it is too large. */
  broke: 'incomplete' | 'unreachable' | 'large' | null;
}

/**
 * Opens videos one after another, each when the one before it is saved. Videos that cannot be fetched are left out.
 * Rejects at the end if not one was saved whole: nobody takes a file for a success in which there is nothing.
 * @param table gets a row for each of them: its cells, the file name and the error
 */
export async function* eachVideo<T extends SaveItem>(
  items: readonly T[],
  table: (string | null)[][],
  news: SaveNews,
  signal: AbortSignal,
): AsyncGenerator<ComingVideo<T>, void, void> {
  const taken = new Set<string>();
  let saved = 0;
  for (const item of items) {
    const { key, cells, open, nameFor } = item;
    signal.throwIfAborted();
    const video = await open(signal);
    if (video.kind === 'problem') {
      news.onFailed(key, video.reason);
      table.push([...cells, null, video.reason]);
      continue;
    }
    const name = unique(nameFor(video.type), taken);
    const onProgress = (share: number | null): void => news.onProgress(key, share);
    const coming: ComingVideo<T> = { item, video, name, onProgress, broke: null };
    yield coming;
    const { broke } = coming;
    if (broke === null) news.onDone(key, coming.name);
    else news.onFailed(key, broke === 'large' ? broke : 'unreachable');
    const isThere = broke === null || broke === 'incomplete';
    table.push([...cells, isThere ? coming.name : null, broke]);
    saved += broke ? 0 : 1;
  }
  if (saved === 0) throw new Error('Not one video arrived');
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
