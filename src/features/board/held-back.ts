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

/** Counts, for the grid that draws these keys where others are wanted, what has finished since it held still. */
export function useHeldBack(
  drawn: readonly string[],
  wanted: readonly string[],
  held: boolean,
  show: () => void,
): void {
  const board = useBoardIndex();
  const isReady = (key: string): boolean => board.card(key)?.standing === 'ready';
  /** What was ready then; null while it follows every change. */
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  if (held !== (before !== null)) setBefore(held ? new Set(wanted.filter(isReady)) : null);
  const isNews = (key: string, index: number): boolean =>
    drawn[index] !== key && before?.has(key) === false && isReady(key);
  const n = drawn === wanted ? 0 : wanted.filter(isNews).length;
  useEffect(() => heldBack.setState({ n, show }));
  useEffect(() => () => heldBack.setState(NOTHING), []);
}
