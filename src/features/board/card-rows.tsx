import {
  useEffect,
  useMemo,
  useState,
  type ComponentProps,
  type ReactElement,
  type RefObject,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import { player } from '~/task-view/player/player';

import { rowsOf, type Row } from './rows';
import { useFirstVisible } from './use-first-visible';

/** How far outside the viewport rows are rendered, in px. */
const BUFFER = 600;
const NO_ROWS: readonly number[] = [];

type VirtualizerProps = ComponentProps<typeof Virtualizer<Row>>;

/** Virtualised rows of cards; the rows with the playing video and the focus stay rendered. */
export function CardRows({
  rows,
  columns,
  top,
  under = 0,
  usualRow,
  focusedRows,
  handle,
  scroller,
  ...rest
}: Pick<VirtualizerProps, 'as' | 'item'> & {
  rows: readonly Row[];
  columns: number;
  /** How far below the top of its screen the first row starts, in px. */
  top: number;
  /** How much of the rows the head of a group covers, in px. */
  under?: number;
  /** Estimated height of a row when the first are rendered, in px. */
  usualRow: number;
  /** Rows with the focus. */
  focusedRows: readonly number[];
  handle: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLDivElement | null>;
  children: (row: Row, index: number) => ReactElement;
}) {
  const playing = useStore(player, (state) => state.key);
  // Render the visible rows together with the board: rows added after measuring cannot be rendered in slices.
  const [firstRows, setFirstRows] = useState<readonly number[]>(() =>
    Array.from({ length: Math.ceil((innerHeight + BUFFER) / usualRow) }, (_, row) => row),
  );
  const keepMounted = useMemo(
    () => [...firstRows, ...focusedRows, ...(playing === null ? [] : rowsOf(rows, [playing]))],
    [rows, playing, focusedRows, firstRows],
  );
  const { onScroll, onSettled } = useFirstVisible(handle, rows, columns, { top, under });
  useEffect(onSettled);
  return (
    <Virtualizer
      {...rest}
      ref={handle}
      scrollRef={scroller}
      startMargin={top}
      keepMounted={keepMounted}
      itemSize={usualRow}
      bufferSize={BUFFER}
      onScroll={() => {
        setFirstRows(NO_ROWS);
        onScroll();
      }}
      onScrollEnd={onSettled}
      data={rows}
    />
  );
}
