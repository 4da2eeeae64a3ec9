import { useMemo } from 'react';
import { useStore } from 'zustand';

import { foldMark, marksIn } from '~/core/folds';
import { useLookAtGroups, useSections } from '~/engine/use-groups';
import { player } from '~/task-view/player/player';

import type { ShownBoard } from '~/features/board/compact';
import { layOut, type LaidRows } from '~/features/board/section-rows';
import { SortByColumns } from '~/features/board/sort-by-columns';
import { useHold } from '~/features/board/use-hold';
import { useStableKeys } from '~/features/board/use-stable-keys';
import { useStableSections } from '~/features/board/use-stable-sections';
import { TableGrid } from './table-grid';

/** All tasks as the rows of a table, in groups or not. */
export function Table(board: ShownBoard) {
  return (
    <>
      {/* Before a head is pressed: the pointer is over the table then, and what comes later moves nothing below it. */}
      <SortByColumns />
      {board.grouping.by === 'none' ? <Plain {...board} /> : <Grouped {...board} />}
    </>
  );
}

const NO_SECTIONS: LaidRows['sections'] = new Map();

function Plain({ keys: wanted, ...board }: ShownBoard) {
  const hold = useHold();
  const keys = useStableKeys(wanted, board.view, hold.held);
  const laid = useMemo(
    () => ({ rows: keys.map((key) => [key]), names: keys, sections: NO_SECTIONS }),
    [keys],
  );
  return <TableGrid {...board} laid={laid} hold={hold} look={null} />;
}

function Grouped(board: ShownBoard) {
  const { by, folded } = board.grouping;
  const hold = useHold();
  const isPlaying = useStore(player, (state) => state.key !== null);
  const look = useLookAtGroups(by, board.view);
  const sections = useStableSections(useSections(look), board.view, hold.held || isPlaying);
  const laid = useMemo(() => {
    const marks = marksIn(folded);
    return layOut(sections, (id) => marks.has(foldMark(id)), 1);
  }, [sections, folded]);
  return <TableGrid {...board} laid={laid} hold={hold} look={look} />;
}
