import { useEffect, useState, type RefObject } from 'react';

import type { TaskRef } from '~/core/answer';
import type { NoVideo } from '~/core/video';
import { useMedia } from '~/engine/use-media';
import { loadVideo, unloadVideo } from '~/task-view/player/load-video';
import { playNext } from '~/task-view/player/play-next';

export type VideoStatus = 'loading' | 'ready' | NoVideo;

/**
 * Loads a task's video into a `<video>` from whichever source works, and reports the status.
 * @param large the person agreed to load a large video into memory
 * @param isReady the task has ended: until then there is nothing to load
 */
export function useVideo(
  { base, taskId }: TaskRef,
  element: RefObject<HTMLVideoElement | null>,
  large: boolean,
  isReady: boolean,
): VideoStatus {
  const media = useMedia();
  const [status, setStatus] = useState<VideoStatus>('loading');
  useEffect(() => {
    const video = element.current;
    if (!video || !isReady) return;
    const ladder = media.playLadder({ base, taskId }, { large });
    let wanted = true;
    void playNext({
      ladder,
      isWanted: () => wanted,
      onSeeking: () => setStatus('loading'),
      show: (source, onError, onFixed) =>
        loadVideo(video, source, onError, () => setStatus('ready'), onFixed),
      onProblem(problem) {
        // With a source, the others would wait for it.
        unloadVideo(video);
        setStatus(problem);
      },
    });
    return () => {
      wanted = false;
      ladder.close();
      unloadVideo(video);
    };
  }, [media, base, taskId, element, large, isReady]);
  return status;
}
