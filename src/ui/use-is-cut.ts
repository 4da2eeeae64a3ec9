import { useLayoutEffect, useState, type RefObject } from 'react';

/** Whether a box is too low for its text; measured again when its width changes. */
export function useIsCut(box: RefObject<HTMLElement | null>, text: string | null): boolean {
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || text === null) return;
    const look = (): void => setCut(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, text]);
  return cut;
}
