import { useEffect, type RefObject } from 'react';

import { useEngine } from '~/engine/use-engine';
import {
  clearSelection,
  keepSelected,
  selection,
  selectAllShown,
  selectTo,
  setShownOrder,
  toggleSelected,
} from '~/task-view/selection/selection';
import { useKeys } from '~/ui/use-keys';

/** Chooses cards by pointer, finger and keyboard. @param keys the shown cards, in order */
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
  useKeys(({ key, shiftKey, ctrlKey, metaKey, altKey }) => {
    if (altKey) return false;
    if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && all();
    if (key === 'Escape') return none();
    return key.toLowerCase() === 'x' && one(shiftKey);
  });
}

function all(): boolean {
  selectAllShown();
  return true;
}

function none(): boolean {
  if (selection.getState().keys.size === 0) return false;
  clearSelection();
  return true;
}

/** The card with the focus. */
function one(isRange: boolean): boolean {
  const key = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card'];
  if (key === undefined) return false;
  if (isRange) selectTo(key);
  else toggleSelected(key);
  return true;
}
