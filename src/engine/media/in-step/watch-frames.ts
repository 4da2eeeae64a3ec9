import type { ShownFrame } from './law';

/**
 * Reports each frame a video shows, with the number of frames so far, until the returned function is called; never, in
 * browsers that cannot.
 */
export function watchFrames(
  element: HTMLVideoElement,
  onShown: (frame: ShownFrame & { count: number }) => void,
): () => void {
  if (!canWatchFrames(element)) return () => {};
  let handle = 0;
  let over = false;
  const ask = (): void => {
    handle = element.requestVideoFrameCallback((_now, frame) => {
      const { mediaTime, expectedDisplayTime: at, presentedFrames: count } = frame;
      onShown({ mediaTime, at, count });
      if (!over) ask();
    });
  };
  ask();
  return () => {
    over = true;
    element.cancelVideoFrameCallback(handle);
  };
}

/** Whether this browser reports the frames a video shows. */
export function canWatchFrames(element: HTMLVideoElement): boolean {
  return 'requestVideoFrameCallback' in element;
}
