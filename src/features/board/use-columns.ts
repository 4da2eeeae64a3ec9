import { useLayoutEffect, useState, type RefObject } from 'react';

import { columnsIn, type Room } from './rows';

/** How many columns fit into an element, and how far below the top of its screen it starts, in px. */
export function useColumns(
  place: RefObject<HTMLElement | null>,
  room: Room,
): { columns: number; top: number } {
  // If only one column fits, cards need not wait for a first measurement.
  const [shape, setShape] = useState(() => ({
    columns: columnsIn(innerWidth / fontScale(), room) === 1 ? 1 : 0,
    top: 0,
  }));
  const isUnknown = shape.columns === 0;
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => {
      const columns = columnsIn(element.clientWidth / fontScale(), room);
      const top = element.offsetTop;
      setShape((known) =>
        known.columns === columns && known.top === top ? known : { columns, top },
      );
    };
    if (isUnknown) measure();
    const observer = new ResizeObserver(measure);
    // What stands above may grow by a line; then only the parent's size changes.
    observer.observe(element);
    if (element.parentElement) observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, [place, room, isUnknown]);
  return shape;
}

/** How much larger than usual the browser's font is: cards grow with it, so fewer fit. */
function fontScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
