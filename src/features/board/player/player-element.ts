/**
 * The page's one `<video>`. It outlives the cards: a card that is drawn anew, as when the number of columns
 * changes, takes it over without a gap in picture or sound (moved within one task, it goes on playing).
 */
export function filmElement(): HTMLVideoElement {
  element ??= createElement();
  return element;
}

/** Loads and plays. No `crossorigin`: with it a server without CORS headers could not be played from at all. */
export function showsFilm(url: string, onError: () => void): void {
  const film = filmElement();
  film.addEventListener('error', () => film.hasAttribute('src') && onError(), {
    signal: newListener(),
  });
  film.src = url;
  // Refused autoplay is no fault: the controls are there. A file that will not load raises `error` as well.
  film.play().catch(() => {});
}

/** Takes the film off the page and lets go of its connection and memory. */
export function stopFilm(): void {
  if (!element) return;
  listener?.abort();
  element.pause();
  element.removeAttribute('src');
  element.load();
  element.remove();
}

let element: HTMLVideoElement | null = null;
let listener: AbortController | null = null;

function newListener(): AbortSignal {
  listener?.abort();
  listener = new AbortController();
  return listener.signal;
}

function createElement(): HTMLVideoElement {
  const film = document.createElement('video');
  film.controls = true;
  film.playsInline = true;
  film.preload = 'auto';
  film.className = 'absolute inset-0 size-full bg-transparent object-contain';
  return film;
}
