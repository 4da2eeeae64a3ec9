/** `public/first-sight.js` reads it before anything else is there. */
const NAME = 'rushes-first-sight';
/** A picture larger than this, as text, is not worth its reading, in characters. */
const MOST = 150_000;
/** An element as it is kept: its tag, what it looks like, and what is in it. */
type Kept = string | [tag: string, looks: Record<string, string>, ...inside: Kept[]];

/**
 * Keeps the board as it looks when the page is put away, for its next start; forgets it when no task is left. Words and
 * looks only: no picture, no key (the page shows masks alone), nothing that could be pressed.
 */
export function keepFirstSight(root: HTMLElement, hasTasks: () => boolean): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    try {
      const sight = hasTasks() ? pictureOf(root) : null;
      if (sight === null) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, sight);
    } catch {
      // Without room or storage the next start is as slow as the first.
    }
  });
}

/** The board as text; null where it does not stand at its beginning. */
function pictureOf(root: HTMLElement): string | null {
  const card = root.querySelector('article');
  const isScrolled = [...root.querySelectorAll('*')].some(({ scrollTop }) => scrollTop > 0);
  if (!card || isScrolled) return null;
  const tree = [...root.children].flatMap((child) => keep(child) ?? []);
  const text = JSON.stringify({ width: innerWidth, hash: location.hash, tree });
  return text.length > MOST ? null : text;
}

const LEFT_OUT = new Set(['IMG', 'VIDEO', 'CANVAS', 'SCRIPT', 'STYLE', 'IFRAME', 'TEXTAREA']);
const LOOKS = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];

function keep(element: Element): Kept | null {
  if (LEFT_OUT.has(element.tagName) || isOutside(element)) return null;
  const looks: Record<string, string> = {};
  for (const name of LOOKS) {
    const value = element.getAttribute(name);
    if (value !== null) looks[name] = value;
  }
  const style = element instanceof HTMLElement ? element.style.cssText : '';
  if (style !== '') looks['style'] = style;
  const inside: Kept[] = [];
  for (const child of element.childNodes) {
    const kept = child instanceof Element ? keep(child) : child instanceof Text ? child.data : null;
    if (kept !== null) inside.push(kept);
  }
  return [element.tagName.toLowerCase(), looks, ...inside];
}

function isOutside(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  const isSeen = width > 1 && height > 1;
  return isSeen && (top > innerHeight || bottom < 0);
}
