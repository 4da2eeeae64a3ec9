import { Menu as Base } from '@base-ui/react/menu';

import type { ColumnId } from '~/core/table-columns';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';
import { MENU_ITEM, MenuFrame } from '~/ui/menu';

import { headWord } from './cell-text';
import { columnsOf, shownColumns } from './columns';
import { showColumn, useTableChoices } from './table-choices';

/** The columns of the table, to choose from; it stays open while they are chosen. */
export function ColumnsMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const t = useT();
  const tasks = useTracked((state) => state.tasks);
  const choices = useTableChoices();
  const shown = new Set(shownColumns(tasks, choices));
  const { pasted, own } = columnsOf(tasks);
  return (
    <MenuFrame anchor={anchor} onClose={onClose} label={t('table.columns')}>
      {pasted.length === 0 ? null : (
        <Part title={t('table.pasted')} columns={pasted} shown={shown} />
      )}
      <Part title={t('table.own')} columns={own} shown={shown} />
    </MenuFrame>
  );
}

function Part({
  title,
  columns,
  shown,
}: {
  title: string;
  columns: readonly ColumnId[];
  shown: ReadonlySet<ColumnId>;
}) {
  const t = useT();
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-caption font-semibold text-ink-2">
        {title}
      </Base.GroupLabel>
      {columns.map((column) => (
        <Base.CheckboxItem
          key={column}
          checked={shown.has(column)}
          onCheckedChange={(isShown) => showColumn(column, isShown)}
          closeOnClick={false}
          className={MENU_ITEM}
        >
          <span className="grid size-4 flex-none place-items-center">
            <Base.CheckboxItemIndicator>
              <Icon name="check" className="text-accent" />
            </Base.CheckboxItemIndicator>
          </span>
          <span className="min-w-0 truncate">{headWord(column, t)}</span>
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  );
}
