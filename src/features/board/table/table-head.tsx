import { useId, useRef, type KeyboardEvent } from 'react';

import { changeView, useViewOf } from '~/address/use-view';
import type { Sort } from '~/core/standing';
import { sortedColumn, type ColumnId } from '~/core/table-columns';
import { GroupCheckbox } from '~/features/board/group-checkbox';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

import { headWord } from './cell-text';
import { ROW_LOOK, stickyAt } from './line';
import type { Resizing } from './use-shown-columns';

/** How much wider or narrower a key makes a column, in px at the usual font size. */
const STEP = 16;

/** What the columns are called; a press sorts by one, and its edge is pulled to make it wider. */
export function TableHead({
  columns,
  shown,
  resizing,
}: {
  columns: readonly ColumnId[];
  /** The keys of all shown tasks. */
  shown: readonly string[];
  resizing: Resizing;
}) {
  const t = useT();
  const hint = useId();
  return (
    <div role="rowgroup" className="sticky top-0 z-20 min-w-(--table-width)">
      <div role="row" aria-rowindex={1} data-row={-1} className={ROW_LOOK}>
        <div role="columnheader" data-cell={0} tabIndex={-1} className={cn(HEAD, stickyAt(0))}>
          <GroupCheckbox keys={shown} name={t('table.all')} tabIndex={-1} />
        </div>
        {columns.map((column, index) => (
          <Head key={column} index={index + 1} {...{ column, resizing, hint }} />
        ))}
        <div role="columnheader" data-cell={columns.length + 1} tabIndex={-1} className={HEAD}>
          <span className="sr-only">{t('table.actions')}</span>
        </div>
      </div>
      <p id={hint} hidden>
        {t('table.widthHint')}
      </p>
    </div>
  );
}

const HEAD =
  'relative flex h-9.5 min-w-0 pointer-coarse:h-11 items-center border-b border-line bg-sunken px-2.5 text-note font-label text-ink-2 focus-ring focus-visible:-outline-offset-2';

function Head({
  column,
  index,
  resizing,
  hint,
}: {
  column: ColumnId;
  index: number;
  resizing: Resizing;
  hint: string;
}) {
  const t = useT();
  const sort = useViewOf((view) => view.sort);
  const sorted = sortedColumn(sort);
  const isSorted = sorted?.column === column;
  const words = headWord(column, t);
  const stretch = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const by = shiftKey ? (STEPS[key] ?? 0) : 0;
    if (by !== 0) resizing.set(column, resizing.widthOf(column) + by);
    return by !== 0;
  };
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (sorted.isDown ? 'descending' : 'ascending') : undefined}
      aria-describedby={hint}
      data-cell={index}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (stretch(event)) event.preventDefault();
      }}
      className={cn(HEAD, stickyAt(index))}
    >
      <button
        type="button"
        tabIndex={-1}
        title={words}
        onClick={() => changeView({ sort: nextSort(column, sort) })}
        className={cn(
          'flex h-full min-w-0 flex-1 cursor-pointer items-center gap-1 text-start hover:text-ink',
          isSorted && 'text-ink',
        )}
      >
        <span className="truncate">{words}</span>
        {isSorted ? (
          <Icon name="chevron-down" className={cn(!sorted.isDown && 'rotate-180')} />
        ) : null}
      </button>
      <Edge column={column} resizing={resizing} />
    </div>
  );
}

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowLeft: -STEP,
  ArrowRight: STEP,
};

/** Up, down, and as the board stood before. */
function nextSort(column: ColumnId, sort: Sort): Sort {
  if (sort === `up:${column}`) return `down:${column}`;
  return sort === `down:${column}` ? 'newest' : `up:${column}`;
}

/** The edge of a column, for a pointer; two clicks give it its usual width. */
function Edge({ column, resizing }: { column: ColumnId; resizing: Resizing }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (x: number): number | null => {
    if (!from.current) return null;
    const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return from.current.width + (x - from.current.x) / scale;
  };
  return (
    <div
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: resizing.widthOf(column) };
      }}
      onPointerMove={({ clientX }) => {
        const width = widthAt(clientX);
        if (width !== null) resizing.pull(column, width);
      }}
      onPointerUp={({ clientX }) => {
        const width = widthAt(clientX);
        const hasMoved = from.current?.x !== clientX;
        from.current = null;
        if (width !== null && hasMoved) resizing.set(column, width);
      }}
      onLostPointerCapture={() => (from.current = null)}
      onDoubleClick={() => resizing.set(column, null)}
      className="absolute inset-y-0 end-0 w-3 cursor-col-resize touch-none border-e border-line"
    />
  );
}
