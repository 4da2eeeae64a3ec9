import type { ShownFrame } from './in-step-law';

/** Hears of each frame that a video shows, until the returned function is called. Silent where no browser tells. */
export function watchFrames(
  element: HTMLVideoElement,
  onShown: (frame: ShownFrame) => void,
): () => void {
  if (!('requestVideoFrameCallback' in element)) return () => {};
  let handle = 0;
  const ask = (): void => {
    handle = element.requestVideoFrameCallback((_now, { mediaTime, expectedDisplayTime }) => {
      onShown({ mediaTime, at: expectedDisplayTime });
      ask();
    });
  };
  ask();
  return () => element.cancelVideoFrameCallback(handle);
}
