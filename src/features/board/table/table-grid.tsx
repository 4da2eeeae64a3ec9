import { useMemo, useRef, type ReactElement, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

import { titleUnder } from '~/core/title-under';
import type { TrackedTask } from '~/core/tracked';
import type { LookAtGroups } from '~/engine/use-groups';
import { CardRows } from '~/features/board/card-rows';
import { rowsOf } from '~/features/board/rows';
import { HeadSpace, USUAL_HEAD } from '~/features/board/group-region';
import { idOfRow, rowName, type LaidRows } from '~/features/board/section-rows';
import { InSection, LaidContext, Sections } from '~/features/board/sections';
import { useCardKeys } from '~/features/board/use-card-keys';
import type { useHold } from '~/features/board/use-hold';
import { useSelecting } from '~/features/board/use-selecting';
import { useT } from '~/i18n/use-t';
import type { Grouping } from '~/task-view/grouping';
import { cn } from '~/ui/cn';

import { GroupRows } from './group-rows';
import { Body, Line } from './line';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { useRestHeight } from './use-rest-height';
import { useShownColumns } from './use-shown-columns';
import { useTableKeys } from './use-table-keys';

/** Height of the head and of a row, in px at the usual font size. */
const HEAD = 38;
const ROW = 44;

/**
 * The table scrolls in itself, in both directions: its head stays above, and the names at the side. Rows of any number
 * cost what the visible ones do, and a width changes none of them.
 */
export function TableGrid({
  laid,
  hold,
  look,
  grouping,
  scroller,
}: {
  laid: LaidRows;
  hold: ReturnType<typeof useHold>;
  /** Null where nothing is grouped. */
  look: LookAtGroups | null;
  grouping: Grouping;
  /** Of the screen around it. */
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const t = useT();
  const grid = useRef<HTMLDivElement>(null);
  const handle = useRef<VirtualizerHandle>(null);
  const height = useRestHeight(grid, scroller);
  const { columns, widths, resizing } = useShownColumns();
  const shown = useMemo(() => laid.rows.flat(), [laid]);
  useSelecting(grid, shown);
  const { isInside, handlers: keys } = useTableKeys({ grid, handle, laid, columns });
  const focusedRows = useMemo(
    () => (hold.focused === null ? [] : rowsWithFocus(laid, hold.focused)),
    [laid, hold.focused],
  );
  useCardKeys({ place: grid, handle, rows: laid.rows, focusedRows });
  const row = ([taskKey]: readonly string[], index: number): ReactElement => {
    const name = laid.names[index] ?? '';
    if (taskKey !== undefined)
      return (
        <TableRow
          // It stays the same row, whatever comes above it: somebody may be writing in it.
          key={look ? rowName(taskKey, idOfRow(name)) : taskKey}
          {...{ taskKey, index, columns }}
          titleThere={grouping.by === 'shot' ? underShot : inFull}
        />
      );
    return (
      // Its line below is drawn with the head itself.
      <div key={name} className="pb-px">
        <HeadSpace isFolded={laid.sections.get(idOfRow(name))?.isFolded === true} />
      </div>
    );
  };
  const shared = useMemo(
    () => (look ? { laid, handle, grouping, look, Region: GroupRows } : null),
    [laid, grouping, look],
  );
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('board.tasks')}
      aria-multiselectable
      aria-rowcount={laid.rows.length + 1}
      aria-colcount={columns.length + 2}
      // The way in by keyboard; inside, the keys of the table lead from cell to cell.
      tabIndex={isInside ? -1 : 0}
      {...hold.handlers}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        hold.handlers.onFocus(event);
        keys.onFocus(event);
      }}
      onBlur={(event) => {
        hold.handlers.onBlur(event);
        keys.onBlur(event);
      }}
      className={cn(
        '@container relative -mb-6.5 overflow-auto overscroll-contain rounded-card border border-line bg-surface focus-ring',
        // What gets the focus is not scrolled below what sticks.
        look ? 'scroll-pt-22 max-sm:scroll-pt-26' : 'scroll-pt-10',
        laid.rows.length === 0 && 'hidden',
      )}
      style={{ height, scrollPaddingLeft: widths.sticky, ...widths.style }}
    >
      <TableHead columns={columns} shown={shown} resizing={resizing} />
      <div className="min-w-(--table-width)">
        <LaidContext value={shared}>
          <CardRows
            rows={laid.rows}
            columns={1}
            top={HEAD}
            under={shared ? USUAL_HEAD : 0}
            usualRow={ROW}
            focusedRows={focusedRows}
            handle={handle}
            scroller={grid}
            as={shared ? Sections : Body}
            item={shared ? InSection : Line}
          >
            {row}
          </CardRows>
        </LaidContext>
      </div>
    </div>
  );
}

const inFull = (title: string): string => title;
const underShot = (title: string, { shot }: TrackedTask): string => titleUnder(title, shot ?? '');

/** @param focused the key of a row, or the id of the group whose head has the focus */
function rowsWithFocus({ rows, sections }: LaidRows, focused: string): number[] {
  const section = sections.get(focused);
  return section ? [section.head] : rowsOf(rows, [focused]);
}
