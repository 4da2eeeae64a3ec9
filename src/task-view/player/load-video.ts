import type { VideoSource } from '~/core/video';

export interface VideoEvents {
  /** Called once if it does not play. */
  onError: () => void;
  /** Called when its first frame has loaded. */
  onFrame?: (element: HTMLVideoElement) => void;
}

/** Loads a source. `crossorigin` is set only on request: without CORS headers the video would not play. */
export function loadVideo(
  element: HTMLVideoElement,
  source: VideoSource,
  events: VideoEvents,
): void {
  listenTo(element, events);
  element.crossOrigin = source.cors ? 'anonymous' : null;
  element.src = source.url;
}

/** Empties a `<video>`, which releases its connection and memory. */
export function unloadVideo(element: HTMLVideoElement): void {
  listeners.get(element)?.abort();
  element.removeAttribute('src');
  element.load();
}

/** Reports what becomes of the loaded source to these listeners only, no longer to earlier ones. */
export function listenTo(element: HTMLVideoElement, { onError, onFrame }: VideoEvents): void {
  listeners.get(element)?.abort();
  const own = new AbortController();
  listeners.set(element, own);
  const { signal } = own;
  element.addEventListener('error', onError, { once: true, signal });
  element.addEventListener('loadeddata', () => onFrame?.(element), { signal });
}

const listeners = new WeakMap<HTMLVideoElement, AbortController>();
