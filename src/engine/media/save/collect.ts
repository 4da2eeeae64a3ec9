import type { VideoDownload } from '~/core/video';

import { counted } from './counted';
import { readUpTo } from './memory';

/**
 * Reads a whole video into memory; null if it has more than `max` bytes, in which case the download is cancelled.
 * @param onProgress is called with the share loaded so far, 0 to 1, or null if the size is unknown
 */
export async function collect(
  video: VideoDownload,
  max: number,
  onProgress: (share: number | null) => void,
): Promise<Blob | null> {
  const read = await readUpTo(counted(video, onProgress), max, video.size);
  if (read.rest === null) return new Blob(read.whole, { type: video.type });
  await read.rest.cancel();
  return null;
}
