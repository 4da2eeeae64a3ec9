import { useKeys } from '~/ui/use-keys';

import { hasModifier, placeOfKey } from './places';

/**
 * On a take's own buttons, number keys move it and P picks it; elsewhere they are for the one that is heard. Call it
 * before the keys of the whole comparison. Takes are counted from 1.
 */
export function usePaneKeys(
  count: number,
  move: (from: number, to: number) => void,
  pick: (n: number) => void,
): void {
  useKeys((event) => {
    const n = paneAt(event.target);
    if (n === null || event.repeat) return false;
    const to = placeOfKey(event);
    const isPick = event.key.toLowerCase() === 'p' && !hasModifier(event);
    if (to !== null && to <= count) move(n, to);
    else if (isPick) pick(n);
    return to !== null || isPick;
  });
}

function paneAt(target: EventTarget | null): number | null {
  const pane = target instanceof Element ? target.closest<HTMLElement>('[data-pane]') : null;
  return pane ? Number(pane.dataset['pane']) : null;
}
