import type { ShownFrame } from './law';

/** Reports each frame a video shows until the returned function is called; never, in browsers that cannot. */
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
