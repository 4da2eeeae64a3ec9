import { useEffect, useState, type RefObject } from 'react';

import type { TaskRef } from '~/core/answer';
import type { Climb, NoVideo } from '~/core/video';
import { useMedia } from '~/engine/tasks/use-media';

export type VideoStatus = 'loading' | 'ready' | NoVideo;

/**
 * Brings a task's video into a `<video>`, by whichever way works, and tells how that goes.
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
    const way = media.climb({ base, taskId }, { large });
    const own = new AbortController();
    video.addEventListener('loadeddata', () => setStatus('ready'), { signal: own.signal });
    video.addEventListener(
      'error',
      () => {
        if (video.hasAttribute('src')) void climbOn(video, way, own.signal, setStatus);
      },
      { signal: own.signal },
    );
    void climbOn(video, way, own.signal, setStatus);
    return () => {
      own.abort();
      way.close();
      video.removeAttribute('src');
      video.load();
    };
  }, [media, base, taskId, element, large]);
  return status;
}

async function climbOn(
  video: HTMLVideoElement,
  way: Climb,
  signal: AbortSignal,
  setStatus: (status: VideoStatus) => void,
): Promise<void> {
  setStatus('loading');
  const next = await way.next();
  if (signal.aborted) return;
  if (next.kind === 'problem') {
    // Nobody is to wait for it.
    video.removeAttribute('src');
    video.load();
    setStatus(next);
    return;
  }
  video.crossOrigin = next.cors ? 'anonymous' : null;
  video.src = next.url;
}
