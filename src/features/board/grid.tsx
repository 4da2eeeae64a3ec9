import { memo, useMemo, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useStore } from 'zustand';

import type { View } from '~/address/view';
import { useT } from '~/i18n/use-t';
import { player } from '~/task-view/player/player';

import { CardRow, LARGE_CARDS, type CardLook } from './card-row';
import { CardRows } from './card-rows';
import { inRows, rowsOf } from './rows';
import { useCardKeys } from './use-card-keys';
import { useColumns } from './use-columns';
import { useHold } from './use-hold';
import { useSelecting } from './use-selecting';
import { useStableKeys } from './use-stable-keys';

/** All cards, one after the other. */
export const Grid = memo(function Grid({
  keys: wanted,
  view,
  scroller,
  look = LARGE_CARDS,
}: {
  /** The cards as arranged; the same list until that changes. */
  keys: readonly string[];
  view: View;
  scroller: RefObject<HTMLDivElement | null>;
  look?: CardLook;
}) {
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const handle = useRef<VirtualizerHandle>(null);
  const { columns, top } = useColumns(place, look.room);
  const hold = useHold();
  const isPlaying = useStore(player, (state) => state.key !== null);
  const keys = useStableKeys(wanted, view, hold.held || isPlaying);
  const rows = useMemo(() => inRows(keys, columns), [keys, columns]);
  const focusedRows = useMemo(
    () => (hold.focused === null ? [] : rowsOf(rows, [hold.focused])),
    [rows, hold.focused],
  );
  useSelecting(place, keys);
  useCardKeys({ place, handle, rows, focusedRows });
  return (
    <section ref={place} aria-label={t('board.tasks')} {...hold.handlers}>
      {columns === 0 ? null : (
        <CardRows
          {...{ rows, columns, top, focusedRows, handle, scroller }}
          usualRow={look.room.usualRow}
        >
          {(row, index) => (
            <CardRow
              key={index}
              {...{ row, columns, look }}
              before={index * columns}
              of={keys.length}
            />
          )}
        </CardRows>
      )}
    </section>
  );
});
