import type { Film } from '~/core/clip';

import { counted } from './counted';

/**
 * A whole film in memory; null where it has more than `max` bytes, which ends it.
 * @param onProgress the share that has come, 0 to 1; null where the length is not said
 */
export async function collect(
  film: Film,
  max: number,
  onProgress: (share: number | null) => void,
): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let total = film.size ?? 0;
  const reader = counted(film, (share, bytes) => {
    total = Math.max(total, bytes);
    onProgress(share);
  }).getReader();
  for (;;) {
    if (total > max) {
      await reader.cancel();
      return null;
    }
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type: film.type });
    chunks.push(value);
  }
}
