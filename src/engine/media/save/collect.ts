import type { VideoDownload } from '~/core/video';

import { counted } from './counted';

/**
 * Reads a whole video into memory; null if it has more than `max` bytes, in which case the download is cancelled.
 * @param onProgress is called with the share loaded so far, 0 to 1, or null if the size is unknown
 */
export async function collect(
  video: VideoDownload,
  max: number,
  onProgress: (share: number | null) => void,
): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let total = video.size ?? 0;
  const reader = counted(video, (share, bytes) => {
    total = Math.max(total, bytes);
    onProgress(share);
  }).getReader();
  for (;;) {
    if (total > max) {
      await reader.cancel();
      return null;
    }
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type: video.type });
    chunks.push(value);
  }
}
