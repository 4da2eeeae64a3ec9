import type { Engine } from '~/engine/engine';
import { hasLock } from '~/prefs/locked';

import { CARD } from './first-card-drawn';
import { saveFirstCards } from './save-first-cards';

/** `public/first-sight.js` reads it before anything else has loaded. */
const NAME = 'rushes-first-sight';
/** A larger snapshot takes too long to read, in characters. */
const MAX_LENGTH = 150_000;
/** A stored element: tag, looks and children; a string is text. */
type Stored = string | [tag: string, looks: Record<string, string>, ...children: Stored[]];

/**
 * Stores what the board looks like whenever the page is hidden, for its next start; removes it when no task is left.
 * Text and looks only: no images, no key (the page shows masked ones), nothing that works when pressed.
 */
export function saveSnapshot(root: HTMLElement, engine: Engine): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    try {
      saveFirstCards(engine, root.querySelectorAll(CARD).length);
      const snapshot = hasTasks(engine) && !hasLock() ? snapshotOf(root) : null;
      if (snapshot === null) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, snapshot);
    } catch {
      // Storage is full or forbidden: the next start has no snapshot.
    }
  });
}

function hasTasks({ tracked }: Engine): boolean {
  return tracked.getState().tasks.size > 0;
}

/** The board as text; null while it is scrolled. */
function snapshotOf(root: HTMLElement): string | null {
  const card = root.querySelector(CARD);
  const isScrolled = [...root.querySelectorAll('*')].some(({ scrollTop }) => scrollTop > 0);
  if (!card || isScrolled) return null;
  const tree = [...root.children].flatMap((child) => store(child) ?? []);
  const text = JSON.stringify({ width: innerWidth, hash: location.hash, tree });
  return text.length > MAX_LENGTH ? null : text;
}

const LEFT_OUT = new Set(['IMG', 'VIDEO', 'CANVAS', 'SCRIPT', 'STYLE', 'IFRAME', 'TEXTAREA']);
const LOOKS = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];

function store(element: Element): Stored | null {
  if (LEFT_OUT.has(element.tagName) || isOutside(element)) return null;
  const looks: Record<string, string> = {};
  for (const name of LOOKS) {
    const value = element.getAttribute(name);
    if (value !== null) looks[name] = value;
  }
  const style = element instanceof HTMLElement ? element.style.cssText : '';
  if (style !== '') looks['style'] = style;
  const children: Stored[] = [];
  for (const child of element.childNodes) {
    const stored =
      child instanceof Element ? store(child) : child instanceof Text ? child.data : null;
    if (stored !== null) children.push(stored);
  }
  return [element.tagName.toLowerCase(), looks, ...children];
}

function isOutside(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  const isSeen = width > 1 && height > 1;
  return isSeen && (top > innerHeight || bottom < 0);
}
