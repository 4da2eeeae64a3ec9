import type { VideoDownload, NoVideo } from '~/core/video';

import { dismiss, freeName, type VideoStore } from './video-store';

/** A file that has been written to the store. */
interface Written {
  kind: 'written';
  name: string;
  bytes: number;
  type: string;
}

/**
 * Fetches a video and writes it under a free name. Rejects with the browser's error if the store refuses it, and if
 * the download breaks off; one that stalls breaks off after a while.
 */
export async function keepVideo(
  open: (signal: AbortSignal) => Promise<VideoDownload | NoVideo>,
  videoStore: VideoStore,
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
    const name = await freeName(videoStore, nameFor(video.type));
    const bytes = await videoStore.write(name, video, onProgress, signal);
    return { kind: 'written', name, bytes, type: video.type };
  } catch (error) {
    await dismiss(video);
    throw error;
  }
}
