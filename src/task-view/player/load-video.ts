import type { VideoSource } from '~/core/video';

/**
 * Loads a source, and goes on where the one before it failed. `crossorigin` is set only on request: without CORS headers the video would not play.
 * @param onError is called once if it does not play
 * @param onFrame is called when its first frame has loaded
 * @param onFixed is called if there is no jumping in it
 */
export function loadVideo(
  element: HTMLVideoElement,
  source: VideoSource,
  onError: () => void,
  onFrame: () => void,
  onFixed: () => void = () => {},
): void {
  listeners.get(element)?.abort();
  const { currentTime } = element;
  const own = new AbortController();
  listeners.set(element, own);
  element.addEventListener('error', onError, { once: true, signal: own.signal });
  element.addEventListener('loadeddata', onFrame, { signal: own.signal });
  element.addEventListener('loadeddata', () => isFixed(element) && onFixed(), {
    signal: own.signal,
  });
  element.crossOrigin = source.cors ? 'anonymous' : null;
  element.src = source.url;
  if (currentTime > 0) element.currentTime = currentTime;
  if (!source.url.startsWith('blob:')) return;
  setTimeout(() => {
    if (own.signal.aborted || document.hidden || element.readyState > 0) return;
    own.abort();
    onError();
  }, BLOB_MS);
}

/** All of it is in memory. WebKit says nothing at all where it makes nothing of a blob after this time, in ms. */
const BLOB_MS = 10_000;

/** Where a host knows no ranges, Chromium plays on, and each jump leads to the start. */
function isFixed({ seekable, duration }: HTMLVideoElement): boolean {
  return Number.isFinite(duration) && (seekable.length === 0 || seekable.end(0) === 0);
}

/** Empties a `<video>`, which releases its connection and memory. */
export function unloadVideo(element: HTMLVideoElement): void {
  listeners.get(element)?.abort();
  element.removeAttribute('src');
  element.load();
}

const listeners = new WeakMap<HTMLVideoElement, AbortController>();
