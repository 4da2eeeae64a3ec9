import { memo, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';

import { useHeldBack } from './held-back';
import { sameKeys, stableOrder, type Drawn } from './stable-order';
import { TaskCard } from '~/task-view/card/task-card';
import { player } from '~/task-view/player/player';
import { GAP, inRows, rowsOf } from './rows';
import { useColumns } from './use-columns';
import { useFirstVisible } from './use-first-visible';
import { useHold } from './use-hold';
import { useSelecting } from './use-selecting';
import { BOARD } from '~/address/screens';
import { formatView, type View } from '~/address/view';

/** How far outside the viewport rows are rendered, in px. */
const BUFFER = 600;
/** Estimated height of a row, in px. */
const USUAL_ROW = 420;
const NO_ROWS: readonly number[] = [];

/** Virtualised rows of cards; the rows with the playing video and the focus stay rendered. */
export const Grid = memo(function Grid({
  keys: wanted,
  view,
  scroller,
}: {
  /** The cards as arranged; the same list until that changes. */
  keys: readonly string[];
  view: View;
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const rowsHandle = useRef<VirtualizerHandle>(null);
  const { columns, top } = useColumns(place);
  const hold = useHold();
  const playing = useStore(player, (state) => state.key);
  const keys = useStableKeys(wanted, view, hold.held || playing !== null);
  const rows = useMemo(() => inRows(keys, columns), [keys, columns]);
  // Render the visible rows together with the board: rows added after measuring cannot be rendered in slices.
  const [firstRows, setFirstRows] = useState<readonly number[]>(() =>
    Array.from({ length: Math.ceil((innerHeight + BUFFER) / USUAL_ROW) }, (_, row) => row),
  );
  const keepMounted = useMemo(() => {
    const held = [playing, hold.focused].filter((key) => key !== null);
    return [...firstRows, ...rowsOf(keys, columns, held)];
  }, [keys, columns, playing, hold.focused, firstRows]);
  useSelecting(place, keys);
  const { onScroll, onSettled } = useFirstVisible(rowsHandle, keys, columns, top);
  useEffect(onSettled);
  return (
    <section ref={place} aria-label={t('board.tasks')} {...hold.handlers}>
      {columns === 0 ? null : (
        <Virtualizer
          ref={rowsHandle}
          scrollRef={scroller}
          startMargin={top}
          keepMounted={keepMounted}
          itemSize={USUAL_ROW}
          bufferSize={BUFFER}
          onScroll={() => {
            setFirstRows(NO_ROWS);
            onScroll();
          }}
          onScrollEnd={onSettled}
          data={rows}
        >
          {(row, index) => (
            <div
              key={index}
              className="grid"
              style={{
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
                gap: `${GAP / 16}rem`,
                paddingBottom: `${GAP / 16}rem`,
              }}
            >
              {row.map((key) => (
                <TaskCard key={key} taskKey={key} />
              ))}
            </div>
          )}
        </Virtualizer>
      )}
    </section>
  );
});

/** The keys to draw, as arranged, except that nothing moves while the person is using the grid. */
function useStableKeys(keys: readonly string[], view: View, held: boolean): readonly string[] {
  const tasks = useTracked((state) => state.tasks);
  const total = tasks.size;
  const wanted: Drawn = useMemo(
    () => ({ view: formatView({ ...view, screen: BOARD }), total, keys }),
    [keys, total, view],
  );
  const [drawn, setDrawn] = useState(wanted);
  const next = stableOrder(drawn, wanted, held, (key) => tasks.has(key));
  if (!sameDrawing(next, drawn)) setDrawn(next);
  useHeldBack(next.keys, keys, held, () => setDrawn(wanted));
  return next.keys;
}

function sameDrawing(a: Drawn, b: Drawn): boolean {
  return a.view === b.view && a.total === b.total && sameKeys(a.keys, b.keys);
}
