import { memo } from 'react';

import { changeView } from '~/address/use-view';
import { headingOf, type GroupBy, type NamedGrouping } from '~/core/group-by';
import { groupingsOf } from '~/core/groupings';
import type { Sort } from '~/core/standing';
import { useTracked } from '~/engine/use-engine';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { chooseGrouping, useGrouping } from '~/task-view/grouping';
import { Select } from '~/ui/select';

import { DensitySwitch, sortOptions } from './density-switch';

/** What the cards are grouped by: whatever some of them have; how they are sorted, and how much room they take. */
export const ArrangeSelects = memo(function ArrangeSelects({
  sort,
  inWords = false,
}: {
  sort: Sort;
  inWords?: boolean;
}) {
  const t = useT();
  const { by } = useGrouping();
  const groupings = useTracked(({ tasks }) => groupingsOf(tasks));
  // In the toolbar as wide as what is chosen: a heading of a table may be long.
  const look = {
    inside: true,
    ...(inWords ? {} : { className: 'max-w-48 *:*:field-sizing-content' }),
  };
  return (
    <>
      <Select
        {...look}
        label={t('board.group')}
        value={by}
        onChange={(next) => chooseGrouping(next)}
        options={groupings.map((value) => ({ value, label: groupingWord(value, t) }))}
      />
      <Select
        {...look}
        label={t('board.sort')}
        value={sort}
        onChange={(next) => changeView({ sort: next })}
        options={sortOptions(sort, t)}
      />
      <DensitySwitch inWords={inWords} />
    </>
  );
});

/** A way to group in words. */
export function groupingWord(by: GroupBy, t: Translate): string {
  return headingOf(by) ?? t(`board.group.${by as NamedGrouping}`);
}
