import { useLayoutEffect, useRef, type RefObject } from 'react';

import type { View } from '~/address/view';

/**
 * Shows what was just filtered or searched for from its beginning: what can be done with all of it stands there, and the
 * place in a longer list means nothing in a shorter one.
 */
export function useFromTop(
  scroller: RefObject<HTMLElement | null>,
  { show, filters, query }: View,
): void {
  const wanted = JSON.stringify([show, filters, query]);
  const seen = useRef(wanted);
  useLayoutEffect(() => {
    if (seen.current === wanted) return;
    seen.current = wanted;
    const board = scroller.current;
    // Whoever chose it at a group stays there.
    if (board?.contains(document.activeElement)) return;
    board?.scrollTo({ top: 0 });
  }, [scroller, wanted]);
}
