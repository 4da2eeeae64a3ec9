import { useRef, type ComponentType, type ReactNode } from 'react';

import { openDialog } from '~/address/dialogs';
import type { Show } from '~/core/standing';
import type { TrackedTask } from '~/core/tracked';

import type { BoardIndex } from '~/engine/answers/board-index';
import type { Arranged } from '~/engine/answers/board-order';
import type { ShownBoard } from './compact';
import { Grid } from './grid';
import type { GroupedGridProps } from './grouped-grid';
import { ScreenFrame } from '~/ui/screen-frame';
import { Toolbar } from './toolbar';
import { useArranged, useBoardIndex } from '~/engine/use-board';
import { useView } from '~/address/use-view';
import { useDensity } from '~/task-view/density';
import { useGrouping } from '~/task-view/grouping';
import { useIsSelecting } from '~/task-view/selection/use-selection';
import { cn } from '~/ui/cn';

/** All tasks as cards, filtered, searched and sorted as the address says. */
export function Board({
  banners,
  Grouped,
  Compact,
  Table,
  filterRow,
  nothing,
}: {
  /** Notices about the whole board, above it. */
  banners: ReactNode;
  /** The filters that are on, and what needs attention by kind. */
  filterRow: ReactNode;
  /** Shown in place of cards where there are none. */
  nothing: ReactNode;
  /** The cards in groups; loaded when something is first grouped. */
  Grouped: ComponentType<GroupedGridProps>;
  /** The other densities, each loaded when it is first chosen. */
  Compact: ComponentType<ShownBoard>;
  Table: ComponentType<ShownBoard>;
}) {
  const view = useView();
  const board = useBoardIndex();
  const arranged = useArranged(view);
  const grouping = useGrouping();
  const density = useDensity();
  const scroller = useRef<HTMLDivElement>(null);
  const selecting = useIsSelecting();
  return (
    <ScreenFrame scroller={scroller}>
      <div
        className={cn(
          'mx-auto max-w-350 px-6 pt-5.5 max-sm:px-3.5 max-sm:pt-3.5',
          // The bar of what is chosen lies over the end.
          selecting ? 'pb-40' : 'pb-10.5',
        )}
      >
        {banners}
        <Toolbar
          view={view}
          by={grouping.by}
          counts={arranged.counts}
          onDownload={() => openDialog({ kind: 'download', tasks: readyOf(board, arranged) })}
          ready={NONE_READY[view.show] ? 0 : arranged.counts.ready}
        />
        {view.show === 'attention' || Object.keys(view.filters).length > 0 ? (
          // Its place is there before it is loaded, so that no card moves then.
          <div className="mb-3.5 min-h-9">{filterRow}</div>
        ) : null}
        {arranged.keys.length === 0 ? nothing : null}
        {density === 'table' ? (
          <Table {...{ grouping, view, scroller }} keys={arranged.keys} />
        ) : density === 'compact' ? (
          <Compact {...{ grouping, view, scroller }} keys={arranged.keys} />
        ) : grouping.by === 'none' ? (
          <Grid keys={arranged.keys} view={view} scroller={scroller} />
        ) : (
          <Grouped grouping={grouping} view={view} scroller={scroller} />
        )}
      </div>
    </ScreenFrame>
  );
}

/** The filters that leave out what is ready. */
const NONE_READY = {
  all: false,
  ready: false,
  running: true,
  attention: true,
} as const satisfies Record<Show, boolean>;

/** The shown tasks that are ready. */
function readyOf(board: BoardIndex, { keys }: Arranged): TrackedTask[] {
  return keys.flatMap((key) => {
    const card = board.card(key);
    return card?.standing === 'ready' ? [card.tracked] : [];
  });
}
