import type { ShownFrame } from './in-step-law';

/** Hears of each frame that a film shows, until the returned function is called. Silent where no browser tells. */
export function watchFrames(film: HTMLVideoElement, hear: (frame: ShownFrame) => void): () => void {
  if (!('requestVideoFrameCallback' in film)) return () => {};
  let handle = 0;
  const ask = (): void => {
    handle = film.requestVideoFrameCallback((_now, { mediaTime, expectedDisplayTime }) => {
      hear({ mediaTime, at: expectedDisplayTime });
      ask();
    });
  };
  ask();
  return () => film.cancelVideoFrameCallback(handle);
}
