import type { VideoSource } from '~/core/video';

/**
 * Loads a source. `crossorigin` is set only on request: without CORS headers the video would not play.
 * @param onError is called once if it does not play
 * @param onFrame is called when its first frame has loaded
 */
export function loadVideo(
  element: HTMLVideoElement,
  source: VideoSource,
  onError: () => void,
  onFrame: () => void,
): void {
  listeners.get(element)?.abort();
  const own = new AbortController();
  listeners.set(element, own);
  element.addEventListener('error', onError, { once: true, signal: own.signal });
  element.addEventListener('loadeddata', onFrame, { signal: own.signal });
  element.crossOrigin = source.cors ? 'anonymous' : null;
  element.src = source.url;
}

/** Empties a `<video>`, which releases its connection and memory. */
export function unloadVideo(element: HTMLVideoElement): void {
  listeners.get(element)?.abort();
  element.removeAttribute('src');
  element.load();
}

const listeners = new WeakMap<HTMLVideoElement, AbortController>();
