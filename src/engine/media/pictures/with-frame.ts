import { within } from '~/platform/within';

/**
 * Loads a video beside the page until its first frame is there, hands it over and lets go of it. Null if there is none;
 * rejects if none comes in time, which says nothing about the video. No `crossorigin`: what may be read comes as a blob.
 */
export async function withFrame<T>(
  source: Blob | string,
  { ms, signal }: { ms: number; signal: AbortSignal },
  take: (video: HTMLVideoElement) => T | Promise<T>,
): Promise<T | null> {
  const src = typeof source === 'string' ? source : URL.createObjectURL(source);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = typeof source === 'string' ? 'metadata' : 'auto';
  const loaded = new Promise<boolean>((resolve) => {
    video.addEventListener('loadeddata', () => resolve(true));
    for (const target of [video, signal]) {
      for (const end of ['error', 'abort']) target.addEventListener(end, () => resolve(false));
    }
  });
  video.src = src;
  try {
    const isThere = await within(ms, loaded);
    if (isThere === null) throw new Error('No frame came in time');
    return isThere && video.videoWidth > 0 ? await take(video) : null;
  } finally {
    video.removeAttribute('src');
    video.load();
    if (typeof source !== 'string') URL.revokeObjectURL(src);
  }
}

/** What is on it, small. It can be shown, and where the page may not read the video, that is all. */
export function smallFrame(video: HTMLVideoElement, width: number): HTMLCanvasElement {
  const scale = Math.min(1, width / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}
