import type { VideoSource } from '~/core/video';

/**
 * The page's two `<video>`s: one with sound, and a muted one for the preview under the pointer. They outlive the cards:
 * a card that remounts, as when the number of columns changes, takes its video over without a gap.
 */
export type Role = 'video' | 'preview';

export function playerElement(role: Role = 'video'): HTMLVideoElement {
  return (elements[role] ??= createElement());
}

/** Turns the preview into the playing video, from the beginning and with sound, without loading it twice. */
export function promotePreview(onError: () => void): void {
  const { video, preview } = elements;
  elements.video = preview;
  elements.preview = video;
  listeners.preview?.abort();
  if (!preview) return;
  watchErrors(preview, onError, newListener('video'));
  preview.muted = muted;
  preview.loop = false;
  preview.currentTime = 0;
  preview.play().catch(() => {});
}

export interface Showing {
  /** Called once if it does not play. */
  onError: () => void;
  /** Called when its first frame has loaded. */
  onFrame: (element: HTMLVideoElement) => void;
}

/** Loads and plays. `crossorigin` is set only on request: without CORS headers the video would not play. */
export function showVideo(role: Role, source: VideoSource, { onError, onFrame }: Showing): void {
  const element = playerElement(role);
  const signal = newListener(role);
  watchErrors(element, onError, signal);
  element.addEventListener('loadeddata', () => onFrame(element), { signal });
  element.crossOrigin = source.cors ? 'anonymous' : null;
  element.muted = role === 'preview' || muted;
  element.loop = role === 'preview';
  element.playbackRate = 1;
  element.src = source.url;
  // Refused autoplay is not an error, since the controls are there. A file that does not load also fires `error`.
  element.play().catch(() => {});
}

/** Removes a video from the page and releases its connection and memory. */
export function stopVideo(role: Role = 'video'): void {
  const element = elements[role];
  if (!element) return;
  listeners[role]?.abort();
  if (role === 'video' && element.hasAttribute('src')) muted = element.muted;
  element.pause();
  element.removeAttribute('src');
  element.load();
  element.remove();
}

const elements: { [role in Role]?: HTMLVideoElement | undefined } = {};
const listeners: Partial<Record<Role, AbortController>> = {};
/** If one video was muted, the next one starts muted. */
let muted = false;

function newListener(role: Role): AbortSignal {
  listeners[role]?.abort();
  const listener = new AbortController();
  listeners[role] = listener;
  return listener.signal;
}

/** Removing the source is not an error. */
function watchErrors(element: HTMLVideoElement, onError: () => void, signal: AbortSignal): void {
  element.addEventListener('error', () => element.hasAttribute('src') && onError(), { signal });
}

function createElement(): HTMLVideoElement {
  const element = document.createElement('video');
  element.playsInline = true;
  element.preload = 'auto';
  element.className = 'absolute inset-0 size-full bg-transparent object-contain';
  return element;
}
