import { createStore } from 'zustand/vanilla';

import { extended, NOTHING, onlyKnown, toggled, withAll, type Selection } from './choose';

/** The chosen cards of this tab; a reload forgets them. */
export const selection = createStore<Selection>(() => NOTHING);

/** The shown cards, in order; the board says which. */
let order: readonly string[] = [];

/** What ranges go by. */
export function setShownOrder(keys: readonly string[]): void {
  order = keys;
}

export function toggleSelected(key: string): void {
  selection.setState((before) => toggled(before, key));
}

/** Chooses everything from the last chosen card to this one. */
export function selectTo(key: string): void {
  selection.setState((before) => extended(before, key, order));
}

/** Chooses all of these too, or takes them out. */
export function selectAll(keys: readonly string[], on: boolean): void {
  selection.setState((before) => withAll(before, keys, on));
}

export function selectAllShown(): void {
  selectAll(order, true);
}

/** Chooses these and nothing else. */
export function selectOnly(keys: readonly string[]): void {
  selection.setState(withAll(NOTHING, keys, true));
}

export function clearSelection(): void {
  selection.setState(NOTHING);
}

/** Forgets cards that were removed. */
export function keepSelected(isKnown: (key: string) => boolean): void {
  selection.setState((before) => onlyKnown(before, isKnown));
}
