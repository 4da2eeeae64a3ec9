import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

/**
 * A scrolling screen below the banner: virtualised rows need a scroll container of their own. It takes the height left
 * by the banner and the notices.
 */
export function ScreenFrame({
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
    // When something above grows, the page is briefly taller than the window; that is the time to measure. The observer
    // also calls once at the start, after the browser's own layout, so none is forced.
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

/** Top of the last measured screen, in px; initially the banner's usual height. */
let lastTop = 61;
