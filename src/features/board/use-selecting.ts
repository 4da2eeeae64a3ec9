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

import { followSelectGestures } from './select-gestures';

/** Chooses cards by pointer, finger and keyboard. @param keys the shown cards, in order */
export function useSelecting(place: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const { tracked } = useEngine();
  useEffect(() => setShownOrder(keys), [keys]);
  useEffect(() => (place.current ? followSelectGestures(place.current) : undefined), [place]);
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
