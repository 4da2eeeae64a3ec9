import { memo, useMemo, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import { BOARD } from '~/address/screens';
import { formatView, type View } from '~/address/view';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { player } from '~/task-view/player/player';

import { CardRow } from './card-row';
import { CardRows } from './card-rows';
import { useHeldBack } from './held-back';
import { inRows, rowsOf } from './rows';
import { sameKeys, stableOrder, type Drawn } from './stable-order';
import { useColumns } from './use-columns';
import { useHold } from './use-hold';
import { useSelecting } from './use-selecting';

/** All cards, one after the other. */
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
  const handle = useRef<VirtualizerHandle>(null);
  const { columns, top } = useColumns(place);
  const hold = useHold();
  const isPlaying = useStore(player, (state) => state.key !== null);
  const keys = useStableKeys(wanted, view, hold.held || isPlaying);
  const rows = useMemo(() => inRows(keys, columns), [keys, columns]);
  const focusedRows = useMemo(
    () => (hold.focused === null ? [] : rowsOf(rows, [hold.focused])),
    [rows, hold.focused],
  );
  useSelecting(place, keys);
  return (
    <section ref={place} aria-label={t('board.tasks')} {...hold.handlers}>
      {columns === 0 ? null : (
        <CardRows {...{ rows, columns, top, focusedRows, handle, scroller }}>
          {(row, index) => <CardRow key={index} row={row} columns={columns} />}
        </CardRows>
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
  const isElsewhere =
    next.keys === keys ? null : (key: string, at: number) => next.keys[at] !== key;
  useHeldBack(keys, isElsewhere, held, () => setDrawn(wanted));
  return next.keys;
}

function sameDrawing(a: Drawn, b: Drawn): boolean {
  return a.view === b.view && a.total === b.total && sameKeys(a.keys, b.keys);
}
