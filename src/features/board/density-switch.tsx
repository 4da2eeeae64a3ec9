import { openDialog } from '~/address/dialogs';
import { DENSITIES } from '~/core/density';
import { isColumnSort, SORTS, type Sort } from '~/core/standing';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { chooseDensity, useDensity } from '~/task-view/density';
import { Chip } from '~/ui/chip';
import { Segmented } from '~/ui/segmented';

/** Large cards, compact ones or a table, whose columns are chosen beside it. */
export function DensitySwitch() {
  const t = useT();
  const density = useDensity();
  return (
    <>
      {density === 'table' ? (
        <Chip
          aria-haspopup="menu"
          onClick={(event) => openDialog({ kind: 'columns', anchor: event.currentTarget })}
        >
          {t('board.columns')}
        </Chip>
      ) : null}
      <Segmented
        label={t('board.density')}
        value={density}
        onChange={chooseDensity}
        className="flex-none"
        options={DENSITIES.map((value) => ({ value, label: t(`board.density.${value}`) }))}
      />
    </>
  );
}

/** The orders to choose from; that by a column of the table is among them while it is on. */
export function sortOptions(sort: Sort, t: Translate): { value: Sort; label: string }[] {
  const named = SORTS.map((value) => ({ value, label: t(`board.sort.${value}`) }));
  return isColumnSort(sort) ? [...named, { value: sort, label: t('board.sortColumn') }] : named;
}
