import type { VideoSource } from '~/core/video';

/**
 * The page's two `<video>`s: the video, with sound, and the glance under the pointer, always mute. They outlive the
 * cards: a card that is drawn anew, as when the number of columns changes, takes its own over without a gap.
 */
export type Role = 'video' | 'glance';

export function playerElement(role: Role = 'video'): HTMLVideoElement {
  return (elements[role] ??= createElement());
}

/** The glance becomes the video, from its beginning and with sound: nothing is loaded twice. */
export function promoteGlance(onError: () => void): void {
  const { video, glance } = elements;
  elements.video = glance;
  elements.glance = video;
  listeners.glance?.abort();
  if (!glance) return;
  watchErrors(glance, onError, newListener('video'));
  glance.muted = muted;
  glance.loop = false;
  glance.currentTime = 0;
  glance.play().catch(() => {});
}

export interface Showing {
  /** It does not play; called once. */
  onError: () => void;
  /** Its first frame is there. */
  onFrame: (element: HTMLVideoElement) => void;
}

/** Loads and plays. `crossorigin` only where it is asked for: a site without CORS headers could not be played from. */
export function showVideo(role: Role, source: VideoSource, { onError, onFrame }: Showing): void {
  const element = playerElement(role);
  const signal = newListener(role);
  watchErrors(element, onError, signal);
  element.addEventListener('loadeddata', () => onFrame(element), { signal });
  element.crossOrigin = source.cors ? 'anonymous' : null;
  element.muted = role === 'glance' || muted;
  element.loop = role === 'glance';
  element.playbackRate = 1;
  element.src = source.url;
  // Refused autoplay is no fault: the controls are there. A file that will not load raises `error` as well.
  element.play().catch(() => {});
}

/** Takes a video off the page and lets go of its connection and memory. */
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
/** Whoever mutes one video does not want the next one loud. */
let muted = false;

function newListener(role: Role): AbortSignal {
  listeners[role]?.abort();
  const listener = new AbortController();
  listeners[role] = listener;
  return listener.signal;
}

/** Taking the source away is no error. */
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
