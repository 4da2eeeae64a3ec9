import { useEffect, type RefObject } from 'react';

import { useEngine } from '~/engine/use-engine';
import { keepSelected, setShownOrder } from '~/task-view/selection/selection';

/** Chooses cards by pointer and finger. @param keys the shown cards, in order */
export function useSelecting(place: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const { tracked } = useEngine();
  useEffect(() => setShownOrder(keys), [keys]);
  useEffect(() => {
    let isOver = false;
    let stop = (): void => {};
    // The first card does not wait for it; without it, checkboxes and keys choose all the same.
    import('./select-gestures').then(
      ({ followSelectGestures }) => {
        if (place.current && !isOver) stop = followSelectGestures(place.current);
      },
      () => {},
    );
    return () => {
      isOver = true;
      stop();
    };
  }, [place]);
  useEffect(
    () => tracked.subscribe(({ tasks }) => keepSelected((key) => tasks.has(key))),
    [tracked],
  );
}
