import { useEffect, useRef, type RefObject } from 'react';

/** Reading goes on at the heading where what was pressed has gone: it is the focus’s next place, unless there is another. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After menus have returned it, and the page has put it at the beginning of the screen.
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.matches('main') === true)
        heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return heading;
}
