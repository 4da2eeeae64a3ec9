import type { VideoDownload } from '~/core/video';

/**
 * Counts the bytes of a video as they pass.
 * @param onProgress is called with the share so far, 0 to 1, or null if the size is unknown, and the bytes so far
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
