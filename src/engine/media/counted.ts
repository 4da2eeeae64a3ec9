import type { VideoDownload } from '~/core/video';

/**
 * A video's bytes, counted as they go by.
 * @param onProgress the share that has come, 0 to 1, null where the length is not said; and the bytes so far
 */
export function counted(
  video: VideoDownload,
  onProgress: (share: number | null, bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return video.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        onProgress(video.size === null ? null : Math.min(1, bytes / video.size), bytes);
        controller.enqueue(chunk);
      },
    }),
  );
}
