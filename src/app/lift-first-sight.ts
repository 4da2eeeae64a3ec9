/** The real cards may take so long, in ms; then the picture goes all the same. */
const LONGEST_MS = 20_000;

/** Lifts the picture off as soon as a real card can be seen, or at once where there will be none. */
export function liftFirstSight(root: HTMLElement, expectsCards: boolean): void {
  const picture = document.getElementById('first-sight');
  if (!picture) return;
  const lift = (): void => {
    observer.disconnect();
    clearTimeout(late);
    // Not before the cards have been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => picture.remove()));
  };
  const observer = new MutationObserver(() => {
    // Rows are hidden until they are measured.
    if (root.querySelector('article')?.checkVisibility({ visibilityProperty: true })) lift();
  });
  const late = setTimeout(lift, LONGEST_MS);
  if (!expectsCards) return lift();
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['style'] });
}
