import type { VideoDownload, NoVideo } from '~/core/video';

import { dismiss, freeName, type Shelf } from './kept-files';

/** What lies on the shelf. */
export interface Written {
  kind: 'written';
  name: string;
  bytes: number;
  type: string;
}

/**
 * Fetches a video and writes it under a free name. Rejects with the browser's error where the shelf takes no more, and
 * where the video breaks off; one that stands still breaks off by itself.
 */
export async function keepVideo(
  open: (signal: AbortSignal) => Promise<VideoDownload | NoVideo>,
  shelf: Shelf,
  {
    nameFor,
    onProgress,
    signal,
  }: {
    nameFor: (type: string) => string;
    onProgress: (share: number | null) => void;
    signal: AbortSignal;
  },
): Promise<Written | NoVideo> {
  const video = await open(signal);
  if (video.kind === 'problem') return video;
  onProgress(null);
  try {
    const name = await freeName(shelf, nameFor(video.type));
    const bytes = await shelf.write(name, video, onProgress, signal);
    return { kind: 'written', name, bytes, type: video.type };
  } catch (error) {
    await dismiss(video);
    throw error;
  }
}
