import type { Film } from '~/core/clip';

/**
 * A film's bytes, counted as they go by.
 * @param onProgress the share that has come, 0 to 1, null where the length is not said; and the bytes so far
 */
export function counted(
  film: Film,
  onProgress: (share: number | null, bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return film.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        onProgress(film.size === null ? null : Math.min(1, bytes / film.size), bytes);
        controller.enqueue(chunk);
      },
    }),
  );
}
