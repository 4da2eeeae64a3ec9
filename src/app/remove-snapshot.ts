/** So long after the page has drawn anything its cards may take, in ms; then the picture goes all the same. */
const LONGEST_MS = 3000;

/** What is waited for: a card, or, where nothing is watched yet, the box for keys and ids. */
const AWAITED = { cards: 'article', none: 'textarea' };

/**
 * Lifts off what was drawn before the page's own code had come, as soon as the real thing can be seen. Looked at frame
 * by frame: what is not drawn, as in a hidden tab, hides nothing.
 */
export function liftFirstSight(root: HTMLElement, expectsCards: boolean): void {
  const picture = document.getElementById('first-sight');
  if (!picture) return;
  let drawnAt: number | null = null;
  const look = (now: number): void => {
    if (root.childElementCount > 0) drawnAt ??= now;
    const awaited = root.querySelector(expectsCards ? AWAITED.cards : AWAITED.none);
    const isSeen = awaited?.checkVisibility({ visibilityProperty: true }) ?? false;
    const isLate = drawnAt !== null && now - drawnAt > LONGEST_MS;
    // Not before it has been painted.
    if (isSeen || isLate) requestAnimationFrame(() => picture.remove());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
