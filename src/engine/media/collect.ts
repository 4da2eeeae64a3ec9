import type { Film } from '~/core/clip';

/**
 * A whole film in memory; null where it has more than `max` bytes, which ends it.
 * @param onProgress the share that has come, 0 to 1; null where the length is not said
 */
export async function collect(
  film: Film,
  max: number,
  onProgress: (share: number | null) => void,
): Promise<Blob | null> {
  const { size } = film;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = film.body.getReader();
  let total = 0;
  for (;;) {
    if (Math.max(size ?? 0, total) > max) {
      await reader.cancel();
      return null;
    }
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type: film.type });
    chunks.push(value);
    total += value.byteLength;
    onProgress(size === null ? null : Math.min(1, total / size));
  }
}
