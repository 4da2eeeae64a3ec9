import type { MouseEvent } from 'react';

import { openDialog } from '~/address/dialogs';
import { DENSITIES, type Density } from '~/core/density';
import { isColumnSort, SORTS, type Sort } from '~/core/standing';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { chooseDensity, useDensity } from '~/task-view/density';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import type { IconName } from '~/ui/icons';
import { Segmented } from '~/ui/segmented';

const ICONS = {
  large: 'large',
  compact: 'board',
  table: 'table',
} as const satisfies Record<Density, IconName>;

/**
 * Large cards, compact ones or a table, whose columns are chosen beside it; in icons where there is no room for words.
 */
export function DensitySwitch({ inWords = false }: { inWords?: boolean }) {
  const t = useT();
  const density = useDensity();
  const columns = {
    icon: 'columns',
    'aria-haspopup': 'menu',
    onClick: ({ currentTarget: anchor }: MouseEvent<HTMLElement>) =>
      openDialog({ kind: 'columns', anchor }),
  } as const;
  return (
    <>
      {density !== 'table' ? null : inWords ? (
        <Button {...columns}>{t('board.columns')}</Button>
      ) : (
        <IconButton {...columns} label={t('board.columns')} />
      )}
      <Segmented
        label={t('board.density')}
        value={density}
        onChange={chooseDensity}
        className="flex-none"
        options={DENSITIES.map((value) => ({
          value,
          label: t(`board.density.${value}`),
          ...(inWords ? {} : { icon: ICONS[value] }),
        }))}
      />
    </>
  );
}

/** The orders to choose from; that by a column of the table is among them while it is on. */
export function sortOptions(sort: Sort, t: Translate): { value: Sort; label: string }[] {
  const named = SORTS.map((value) => ({ value, label: t(`board.sort.${value}`) }));
  return isColumnSort(sort) ? [...named, { value: sort, label: t('board.sortColumn') }] : named;
}
