import { useEffect, useState, type RefObject } from 'react';

import type { TaskRef } from '~/core/answer';
import type { PlayLadder, NoVideo } from '~/core/video';
import { useMedia } from '~/engine/use-media';

export type VideoStatus = 'loading' | 'ready' | NoVideo;

/**
 * Loads a task's video into a `<video>` from whichever source works, and reports the status.
 * @param large the person agreed to load a large video into memory
 */
export function useVideo(
  { base, taskId }: TaskRef,
  element: RefObject<HTMLVideoElement | null>,
  large: boolean,
): VideoStatus {
  const media = useMedia();
  const [status, setStatus] = useState<VideoStatus>('loading');
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    const ladder = media.playLadder({ base, taskId }, { large });
    const own = new AbortController();
    video.addEventListener('loadeddata', () => setStatus('ready'), { signal: own.signal });
    video.addEventListener(
      'error',
      () => {
        if (video.hasAttribute('src')) void playNext(video, ladder, own.signal, setStatus);
      },
      { signal: own.signal },
    );
    void playNext(video, ladder, own.signal, setStatus);
    return () => {
      own.abort();
      ladder.close();
      video.removeAttribute('src');
      video.load();
    };
  }, [media, base, taskId, element, large]);
  return status;
}

async function playNext(
  video: HTMLVideoElement,
  ladder: PlayLadder,
  signal: AbortSignal,
  setStatus: (status: VideoStatus) => void,
): Promise<void> {
  setStatus('loading');
  const next = await ladder.next();
  if (signal.aborted) return;
  if (next.kind === 'problem') {
    // Clear the source, or the others would wait for it.
    video.removeAttribute('src');
    video.load();
    setStatus(next);
    return;
  }
  video.crossOrigin = next.cors ? 'anonymous' : null;
  video.src = next.url;
}
