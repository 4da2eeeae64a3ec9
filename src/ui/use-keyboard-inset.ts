import { useEffect, type RefObject } from 'react';

/**
 * Sets `--keyboard` on an element to the height, in px, that a phone's keyboard covers of the page, so that what sticks
 * to the bottom stays above it. Browsers that shrink the page for the keyboard cover nothing.
 */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const measure = (): void => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop);
      // Zoomed in, less of the page is visible for another reason.
      const inset = view.scale > 1.01 ? 0 : Math.round(covered);
      element.current?.style.setProperty('--keyboard', `${inset}px`);
    };
    measure();
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
    };
  }, [element]);
}
