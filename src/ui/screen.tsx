import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

/**
 * A screen below the banner that scrolls by itself: rows of cards can only be drawn as needed inside a
 * scrolling element of their own. It takes the room that the banner and notices above it leave.
 */
export function Screen({
  scroller,
  children,
}: {
  scroller?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) {
  const own = useRef<HTMLDivElement>(null);
  const place = scroller ?? own;
  const [top, setTop] = useState(BANNER);

  useLayoutEffect(() => {
    const measure = (): void => {
      if (place.current) setTop(place.current.getBoundingClientRect().top + scrollY);
    };
    measure();
    // What grows above the screen makes the page longer than the window for a moment: then it is time to look.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [place]);

  return (
    <div
      ref={place}
      style={{ height: `calc(100dvh - ${top}px)` }}
      className="relative min-h-60 overflow-y-auto overscroll-contain"
    >
      {children}
    </div>
  );
}

/** Its height until it is measured, in px. */
const BANNER = 61;
