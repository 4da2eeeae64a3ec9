import { useDeferredValue, useMemo, useRef, type ComponentType, type ReactNode } from 'react';

import type { ShownBoard } from './compact';
import { Grid } from './grid';
import type { GroupedGridProps } from './grouped-grid';
import { ScreenFrame } from '~/ui/screen-frame';
import { Toolbar } from './toolbar';
import { useFromTop } from './use-from-top';
import { useArranged } from '~/engine/use-board';
import { useView } from '~/address/use-view';
import type { View } from '~/address/view';
import { useDensity } from '~/task-view/density';
import { useGrouping } from '~/task-view/grouping';
import { useIsSelecting } from '~/task-view/selection/use-selection';
import { cn } from '~/ui/cn';

/** All tasks as cards, filtered, searched and sorted as the address says. */
export function Board({
  Grouped,
  Compact,
  Table,
  filterRow,
  nothing,
}: {
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
  const arranged = useArranged(view);
  const grouping = useGrouping();
  const density = useDensity();
  const scroller = useRef<HTMLDivElement>(null);
  useFromTop(scroller, view);
  const selecting = useIsSelecting();
  const isPlain = grouping.by === 'none';
  const found = useFound(arranged.keys, view);
  return (
    <>
      <Toolbar view={view} arranged={arranged} />
      {/* What gets the focus is not scrolled below the head of its group, or the bar of what is chosen. */}
      <ScreenFrame
        scroller={scroller}
        className={cn(!isPlain && 'scroll-pt-12 max-sm:scroll-pt-16', selecting && 'scroll-pb-40')}
      >
        <div
          className={cn(
            'mx-auto max-w-350 px-6 max-sm:px-3.5',
            isPlain && 'pt-2',
            // The bar of what is chosen lies over the end.
            selecting ? 'pb-40' : 'pb-10.5',
          )}
        >
          {view.show === 'attention' || Object.keys(view.filters).length > 0 ? (
            // Its place is there before it is loaded, so that no card moves then.
            <div className="mb-2 min-h-9">{filterRow}</div>
          ) : null}
          {(isPlain ? found : arranged).keys.length === 0 ? nothing : null}
          {density === 'table' ? (
            <Table {...{ grouping, view, scroller }} keys={arranged.keys} />
          ) : density === 'compact' ? (
            <Compact {...{ grouping, view, scroller }} keys={arranged.keys} />
          ) : isPlain ? (
            <Grid {...found} scroller={scroller} />
          ) : (
            <Grouped grouping={grouping} view={view} scroller={scroller} />
          )}
        </div>
      </ScreenFrame>
    </>
  );
}

/** The cards of a view; while somebody types in the search, those before, so that no key waits for cards to be drawn. */
function useFound(keys: readonly string[], view: View): { keys: readonly string[]; view: View } {
  const now = useMemo(() => ({ keys, view }), [keys, view]);
  const drawn = useDeferredValue(now);
  return drawn.view.query === view.query ? now : drawn;
}
