/** So long after the page has drawn anything its cards may take, in ms; then the picture goes all the same. */
const LONGEST_MS = 3000;

/**
 * Lifts the picture off as soon as a real card can be seen, or at once where there will be none. Looked at frame by
 * frame: what is not drawn, as in a hidden tab, hides nothing.
 */
export function liftFirstSight(root: HTMLElement, expectsCards: boolean): void {
  const picture = document.getElementById('first-sight');
  if (!picture) return;
  let drawnAt: number | null = null;
  const look = (now: number): void => {
    if (root.childElementCount > 0) drawnAt ??= now;
    const card = root.querySelector('article');
    const isSeen = card?.checkVisibility({ visibilityProperty: true }) ?? !expectsCards;
    const isLate = drawnAt !== null && now - drawnAt > LONGEST_MS;
    // Not before the cards have been painted.
    if (isSeen || isLate) requestAnimationFrame(() => picture.remove());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
