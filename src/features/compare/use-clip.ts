import { useEffect, useState, type RefObject } from 'react';

import type { TaskRef } from '~/core/answer';
import type { Climb, NoClip } from '~/core/clip';
import { useMedia } from '~/engine/tasks/use-media';

export type ClipStatus = 'loading' | 'ready' | NoClip;

/**
 * Brings a task's film into a `<video>`, by whichever way works, and tells how that goes.
 * @param large the person agreed to load a large film into memory
 */
export function useClip(
  { base, taskId }: TaskRef,
  element: RefObject<HTMLVideoElement | null>,
  large: boolean,
): ClipStatus {
  const media = useMedia();
  const [status, setStatus] = useState<ClipStatus>('loading');
  useEffect(() => {
    const film = element.current;
    if (!film) return;
    const way = media.climb({ base, taskId }, { large });
    const own = new AbortController();
    film.addEventListener('loadeddata', () => setStatus('ready'), { signal: own.signal });
    film.addEventListener(
      'error',
      () => {
        if (film.hasAttribute('src')) void climbOn(film, way, own.signal, setStatus);
      },
      { signal: own.signal },
    );
    void climbOn(film, way, own.signal, setStatus);
    return () => {
      own.abort();
      way.close();
      film.removeAttribute('src');
      film.load();
    };
  }, [media, base, taskId, element, large]);
  return status;
}

async function climbOn(
  film: HTMLVideoElement,
  way: Climb,
  signal: AbortSignal,
  setStatus: (status: ClipStatus) => void,
): Promise<void> {
  setStatus('loading');
  const next = await way.next();
  if (signal.aborted) return;
  if (next.kind === 'problem') {
    // Nobody is to wait for it.
    film.removeAttribute('src');
    film.load();
    setStatus(next);
    return;
  }
  film.crossOrigin = next.cors ? 'anonymous' : null;
  film.src = next.url;
}
