import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the content of a new screen if the old screen took it away, so that the keyboard and screen readers
 * go on there.
 */
export function useScreenFocus(screen: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return undefined;
    shown.current = screen;
    // After menus and dialogs have returned it.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector('main')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [screen]);
}
