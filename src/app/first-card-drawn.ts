/** A task on the screen: a card, a row of the table, or its details. */
export const CARD = 'article, [data-card]';

/** How long the first card may take, in ms. A hidden page draws none. */
const MAX_WAIT_MS = 1000;

/** Resolves once a card of the page itself is on the screen, or soon in any case. */
export function firstCardDrawn(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    let isLate = false;
    setTimeout(() => {
      isLate = true;
      resolve();
    }, MAX_WAIT_MS);
    const look = (): void => {
      // The next frame begins when this one is on the screen.
      if (root.querySelector(CARD)) requestAnimationFrame(() => resolve());
      else if (!isLate) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
