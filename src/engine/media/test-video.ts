import type { VideoDownload } from '~/core/video';

export interface TestVideo extends VideoDownload {
  /** Whether nobody reads on and the connection was given back. */
  cancelled(): boolean;
  /** Chunks that were asked for so far. */
  pulled(): number;
}

/** A video whose chunks come when they are asked for; a chunk that is an error breaks it off, `'never'` stalls it. */
export function testVideo(
  chunks: readonly (string | Error)[],
  { size = null, type = 'video/mp4' }: { size?: number | null; type?: string } = {},
): TestVideo {
  let at = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const chunk = chunks[at++];
        if (chunk === undefined) return controller.close();
        if (chunk instanceof Error) return controller.error(chunk);
        if (chunk === 'never') return new Promise(() => {});
        return controller.enqueue(new TextEncoder().encode(chunk));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { kind: 'video', body, type, size, cancelled: () => cancelled, pulled: () => at };
}
