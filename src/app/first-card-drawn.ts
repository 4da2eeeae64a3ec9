/** A task on the screen: a card, a row of the table, or its details. */
export const CARD = 'article, [data-card]';

/** How long frames are waited for, in ms. A hidden page draws none. */
const MAX_WAIT_MS = 1000;

/**
 * Resolves once the page itself is on the screen, and with it its first cards, if there are any. No frame is asked for
 * before that: on a slow phone each takes milliseconds from what is to be drawn.
 */
export function firstCardDrawn(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (document.hidden || root.childElementCount > 0) end();
    }, MAX_WAIT_MS);
    const end = (): void => {
      clearInterval(timer);
      resolve();
    };
    // The frame after that begins when it is on the screen.
    whenFilled(root, () => requestAnimationFrame(() => requestAnimationFrame(end)));
  });
}

/** Calls back when there is anything in an element. */
export function whenFilled(root: HTMLElement, then: () => void): void {
  if (root.childElementCount > 0) return then();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    then();
  });
  observer.observe(root, { childList: true });
}
