import { memo, type ComponentProps, type ReactNode } from 'react';

import { openDialog } from '~/address/dialogs';
import { headingOf } from '~/core/group-by';
import type { ColumnId } from '~/core/table-columns';
import type { TrackedTask } from '~/core/tracked';
import { useTrackedTask } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { DownloadButton } from '~/task-view/card/download-button';
import type { TaskCard } from '~/task-view/card/task-card';
import { selectTo, toggleSelected } from '~/task-view/selection/selection';
import { useIsSelected } from '~/task-view/selection/use-selection';
import { useCard, type Card } from '~/task-view/use-card';
import { Checkbox } from '~/ui/checkbox';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';

import { CELLS, NameCell, PlainCell } from './cells';
import { EditCell, fieldOf } from './edit-cell';
import { CELL, ROW_LOOK, stickyAt } from './line';

interface RowProps extends Pick<ComponentProps<typeof TaskCard>, 'titleThere'> {
  taskKey: string;
  /** Its place among the rows below the head. */
  index: number;
  columns: readonly ColumnId[];
}

/** One task. Renders only when its own answer, fields or place change. */
export const TableRow = memo(function TableRow({ taskKey, ...rest }: RowProps) {
  const tracked = useTrackedTask(taskKey);
  return tracked ? <RowOf tracked={tracked} {...rest} /> : null;
});

function RowOf({
  tracked,
  index,
  columns,
  titleThere,
}: { tracked: TrackedTask } & Omit<RowProps, 'taskKey'>) {
  const t = useT();
  const card = useCard(tracked);
  const { key } = card;
  const chosen = useIsSelected(key);
  const title = titleThere?.(card.title, tracked) ?? card.title;
  const cell = (column: number, children: ReactNode, isTitle = false): ReactNode => (
    <div
      key={columns[column - 1] ?? column}
      role={isTitle ? 'rowheader' : 'gridcell'}
      aria-colindex={column + 1}
      data-cell={column}
      tabIndex={-1}
      className={cn(CELL, stickyAt(column))}
    >
      {children}
    </div>
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-row={index}
      data-card={key}
      className={cn('group/card', ROW_LOOK, chosen && 'chosen')}
    >
      {cell(
        0,
        <Checkbox
          label={t('card.select', { title: card.title })}
          checked={chosen}
          tabIndex={-1}
          data-select
          onClick={({ shiftKey }) => (shiftKey ? selectTo(key) : toggleSelected(key))}
        />,
      )}
      {columns.map((column, at) =>
        cell(
          at + 1,
          column === 'name' ? (
            <NameCell card={card} title={title} />
          ) : (
            <CellOf card={card} column={column} />
          ),
          column === 'name',
        ),
      )}
      {cell(columns.length + 1, <Actions card={card} />)}
    </div>
  );
}

function CellOf({ card, column }: { card: Card; column: ColumnId }) {
  const field = fieldOf(column);
  if (field !== null) return <EditCell card={card} field={field} />;
  const Own = headingOf(column) === null ? CELLS[column] : undefined;
  return Own ? <Own card={card} /> : <PlainCell card={card} column={column} />;
}

function Actions({ card }: { card: Card }) {
  const t = useT();
  return (
    <span className="flex flex-1 justify-end">
      {card.face === 'ready' ? <DownloadButton card={card} bare tabIndex={-1} /> : null}
      <IconButton
        size="sm"
        icon="more"
        label={`${t('card.actions')} ${card.whole}`}
        aria-haspopup="menu"
        tabIndex={-1}
        onClick={(event) =>
          openDialog({ kind: 'menu', key: card.key, anchor: event.currentTarget })
        }
      />
    </span>
  );
}
