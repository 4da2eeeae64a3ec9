import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';

import { useBoardIndex } from '~/engine/use-board';

interface HeldBack {
  /** How many cards have finished and are not where they belong. */
  n: number;
  /** Lets them go there now. */
  show: () => void;
}

const NOTHING: HeldBack = { n: 0, show: () => undefined };

/** What the grid holds back, because nothing may move while the person is using it. */
export const heldBack = createStore<HeldBack>(() => NOTHING);

/**
 * Counts, for the grid that wants these keys in order, what has finished since it held still and is not where it belongs.
 * @param isElsewhere whether the card at this place is drawn in another; null if all are drawn as wanted
 */
export function useHeldBack(
  wanted: readonly string[],
  isElsewhere: ((key: string, index: number) => boolean) | null,
  held: boolean,
  show: () => void,
): void {
  const board = useBoardIndex();
  const isReady = (key: string): boolean => board.card(key)?.standing === 'ready';
  /** What was ready then; null while it follows every change. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  if (held !== (before !== null)) setBefore(held ? new Set(wanted.filter(isReady)) : null);
  const n = isElsewhere
    ? wanted.filter(
        (key, index) => before?.has(key) === false && isReady(key) && isElsewhere(key, index),
      ).length
    : 0;
  useEffect(() => heldBack.setState({ n, show }));
  useEffect(() => () => heldBack.setState(NOTHING), []);
}
