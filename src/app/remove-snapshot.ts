import { CARD, whenFilled } from './first-card-drawn';

/** How long the cards may take once the page has drawn anything, in ms; after that the snapshot goes in any case. */
const MAX_WAIT_MS = 3000;

/** What to wait for: a card or, if nothing is tracked yet, the heading of the first page or of what the address names. */
const AWAITED = { cards: CARD, none: 'main h2' };

/**
 * Removes what was drawn before the page's own code had loaded, as soon as the real thing is visible. From the first that
 * the page draws on it is looked for frame by frame: a hidden tab draws no frames, so it keeps the snapshot.
 */
export function removeSnapshot(root: HTMLElement, expectsCards: boolean): void {
  const snapshot = document.getElementById('first-sight');
  if (!snapshot) return;
  let drawnAt: number | null = null;
  const look = (now: number): void => {
    drawnAt ??= now;
    const awaited = root.querySelector(expectsCards ? AWAITED.cards : AWAITED.none);
    const isLate = now - drawnAt > MAX_WAIT_MS;
    // One frame later, when it has been painted.
    if (isSeen(awaited) || isLate) requestAnimationFrame(() => snapshot.remove());
    else requestAnimationFrame(look);
  };
  whenFilled(root, () => requestAnimationFrame(look));
}

/** `checkVisibility` says it from Safari 17.4 on. */
function isSeen(element: Element | null): boolean {
  if (element === null || element.getClientRects().length === 0) return false;
  return getComputedStyle(element).visibility === 'visible';
}
