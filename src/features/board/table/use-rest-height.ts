import { useLayoutEffect, useState, type RefObject } from 'react';

/** Less is no table, in px. */
const LEAST = 280;
/** How much of the screen's own space below, in px, the table takes. */
const TAKEN = 26;

/** The height, in px, that is left on the screen below the place where an element begins. */
export function useRestHeight(
  place: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [height, setHeight] = useState(() => Math.max(LEAST, innerHeight - 180));
  useLayoutEffect(() => {
    const element = place.current;
    const parent = element?.parentElement;
    const screen = scroller.current;
    if (!element || !parent || !screen) return;
    const measure = (): void => {
      const below = Number.parseFloat(getComputedStyle(parent).paddingBottom) || 0;
      setHeight(Math.max(LEAST, screen.clientHeight - element.offsetTop - below + TAKEN));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(screen);
    // What is chosen has its bar at the end of the screen, and the parent leaves room for it.
    observer.observe(parent, { box: 'border-box' });
    for (const other of parent.children) if (other !== element) observer.observe(other);
    return () => observer.disconnect();
  }, [place, scroller]);
  return height;
}
