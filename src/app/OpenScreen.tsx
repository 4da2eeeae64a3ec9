import type { ReactNode } from 'react';

import type { Screen, ScreenKind } from '~/address/screens';
import { useViewOf } from '~/address/use-view';
import { refKey } from '~/core/answer';
import { isColumnSort } from '~/core/standing';

import type { Config } from './config';
import {
  Board,
  Compact,
  Compare,
  Details,
  FilterRow,
  GroupedGrid,
  Help,
  Insight,
  Nothing,
  Notices,
  SelectionBar,
  SortByColumns,
  Table,
} from './parts';
import { useIsSelecting } from '~/task-view/selection/use-selection';
import { useScreenFocus } from './use-screen-focus';

/** The screen in the address. */
export function OpenScreen({ config }: { config: Config }) {
  return draw(
    useViewOf(({ screen }) => screen),
    config,
  );
}

function draw<K extends ScreenKind>(screen: Screen<K>, config: Config): ReactNode {
  return DRAWN[screen.kind](screen, config);
}

const DRAWN: { [K in ScreenKind]: (screen: Screen<K>, config: Config) => ReactNode } = {
  board: () => (
    <>
      <Board
        Grouped={GroupedGrid}
        Compact={Compact}
        Table={Table}
        filterRow={<FilterRow />}
        nothing={<Nothing />}
      />
      <IfSelecting />
      <IfSorted />
    </>
  ),
  task: ({ task }) => <Details task={task} />,
  compare: ({ comparison }) => <Compare comparison={comparison} />,
  help: ({ about }, { help }) => <Help about={about} admin={help} />,
  insight: () => <Insight />,
};

/** What is to be told about the board, while it is on the screen. */
export function BoardNotices({ config }: { config: Config }) {
  return useViewOf(({ screen }) => screen.kind) === 'board' ? (
    // The bell's place is there before it.
    <div className="flex min-w-9 items-center gap-2">
      <Notices config={config} />
    </div>
  ) : null;
}

function IfSelecting() {
  return useIsSelecting() ? <SelectionBar /> : null;
}

function IfSorted() {
  return isColumnSort(useViewOf(({ sort }) => sort)) ? <SortByColumns /> : null;
}

/** Draws nothing: the whole page need not be drawn again for a change of the address. */
export function ScreenFocus({ empty }: { empty: boolean }) {
  const screen = useViewOf((view) => view.screen);
  useScreenFocus(empty ? 'welcome' : focusOf(screen));
  return null;
}

function focusOf<K extends ScreenKind>(screen: Screen<K>): string {
  return FOCUSED[screen.kind](screen);
}

/** Whenever this changes, the focus goes on in the new screen. */
const FOCUSED: { [K in ScreenKind]: (screen: Screen<K>) => string } = {
  board: () => 'board',
  task: ({ task }) => refKey(task),
  compare: () => 'compare',
  help: ({ about }) => about,
  insight: () => 'insight',
};
