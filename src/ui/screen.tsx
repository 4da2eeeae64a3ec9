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
  const [top, setTop] = useState(lastTop);

  useLayoutEffect(() => {
    const measure = (): void => {
      if (!place.current) return;
      lastTop = place.current.getBoundingClientRect().top + scrollY;
      setTop(lastTop);
    };
    // What grows above the screen makes the page longer than the window for a moment: then it is time to look. The
    // observer also calls once at the start, when the browser has laid out anyway: no layout is forced.
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

/** Where a screen began that was measured last, in px; at first the banner's usual height. */
let lastTop = 61;
