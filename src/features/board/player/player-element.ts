import type { ClipSource } from '~/core/clip';

/**
 * The page's two `<video>`s: the film, with sound, and the glance under the pointer, always mute. They outlive the
 * cards: a card that is drawn anew, as when the number of columns changes, takes its own over without a gap.
 */
export type Role = 'film' | 'glance';

export function filmElement(role: Role = 'film'): HTMLVideoElement {
  return (elements[role] ??= createElement());
}

/** The glance becomes the film, from its beginning and with sound: nothing is loaded twice. */
export function promoteGlance(onError: () => void): void {
  const { film, glance } = elements;
  elements.film = glance;
  elements.glance = film;
  listeners.glance?.abort();
  if (!glance) return;
  watchErrors(glance, onError, newListener('film'));
  glance.muted = muted;
  glance.loop = false;
  glance.currentTime = 0;
  glance.play().catch(() => {});
}

export interface Showing {
  /** It does not play; called once. */
  onError: () => void;
  /** Its first frame is there. */
  onFrame: (film: HTMLVideoElement) => void;
}

/** Loads and plays. `crossorigin` only where it is asked for: a site without CORS headers could not be played from. */
export function showFilm(role: Role, source: ClipSource, { onError, onFrame }: Showing): void {
  const film = filmElement(role);
  const signal = newListener(role);
  watchErrors(film, onError, signal);
  film.addEventListener('loadeddata', () => onFrame(film), { signal });
  film.crossOrigin = source.cors ? 'anonymous' : null;
  film.muted = role === 'glance' || muted;
  film.loop = role === 'glance';
  film.playbackRate = 1;
  film.src = source.url;
  // Refused autoplay is no fault: the controls are there. A file that will not load raises `error` as well.
  film.play().catch(() => {});
}

/** Takes a film off the page and lets go of its connection and memory. */
export function stopFilm(role: Role = 'film'): void {
  const element = elements[role];
  if (!element) return;
  listeners[role]?.abort();
  if (role === 'film' && element.hasAttribute('src')) muted = element.muted;
  element.pause();
  element.removeAttribute('src');
  element.load();
  element.remove();
}

const elements: { [role in Role]?: HTMLVideoElement | undefined } = {};
const listeners: Partial<Record<Role, AbortController>> = {};
/** Whoever mutes one film does not want the next one loud. */
let muted = false;

function newListener(role: Role): AbortSignal {
  listeners[role]?.abort();
  const listener = new AbortController();
  listeners[role] = listener;
  return listener.signal;
}

/** Taking the source away is no error. */
function watchErrors(film: HTMLVideoElement, onError: () => void, signal: AbortSignal): void {
  film.addEventListener('error', () => film.hasAttribute('src') && onError(), { signal });
}

function createElement(): HTMLVideoElement {
  const film = document.createElement('video');
  film.playsInline = true;
  film.preload = 'auto';
  film.className = 'absolute inset-0 size-full bg-transparent object-contain';
  return film;
}
