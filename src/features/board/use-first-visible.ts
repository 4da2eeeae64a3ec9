import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

import { useEngine } from '~/engine/use-engine';

import { rowsOf, type Row } from './rows';

/** The first card on the board when it was left for the details, so that Back returns there. */
let leftAt: string | null = null;

/**
 * Keeps the first visible card in view when the number of columns changes; a scroll position in px would land somewhere
 * else. Also tells the engine which cards are visible. Returns what to call after scrolling or resizing.
 */
export function useFirstVisible(
  rowsHandle: RefObject<VirtualizerHandle | null>,
  rows: readonly Row[],
  columns: number,
  { top, under }: { top: number; under: number },
): { onScroll: () => void; onSettled: () => void } {
  const engine = useEngine();
  const shaped = useRef(0);

  const goBack = useEffectEvent((): void => {
    const [index] = leftAt === null ? [] : rowsOf(rows, [leftAt]);
    if (index !== undefined)
      rowsHandle.current?.scrollToIndex(index, { align: 'start', offset: -under });
  });
  useLayoutEffect(() => {
    if (columns === 0 || shaped.current === columns) return;
    shaped.current = columns;
    goBack();
  }, [columns]);

  const onScroll = (): void => {
    const handle = rowsHandle.current;
    if (!handle || shaped.current !== columns) return;
    const offset = handle.scrollOffset;
    // A row of which only a sliver is visible does not look like the first.
    const row = handle.findItemIndex(offset + under + 40);
    const [first = null] = rows[row] ?? [];
    // Below a group's head are its cards, unless it is folded.
    leftAt = offset <= top ? null : (first ?? rows[row + 1]?.[0] ?? null);
  };

  const onSettled = (): void => {
    const handle = rowsHandle.current;
    if (!handle || columns === 0) return;
    const from = handle.findItemIndex(handle.scrollOffset);
    const to = handle.findItemIndex(handle.scrollOffset + handle.viewportSize) + 1;
    engine.watch(rows.slice(from, to).flat());
  };
  return { onScroll, onSettled };
}
