import type { VideoDownload } from '~/core/video';

import { counted } from './counted';

/**
 * A whole video in memory; null where it has more than `max` bytes, which ends it.
 * @param onProgress the share that has come, 0 to 1; null where the length is not said
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
