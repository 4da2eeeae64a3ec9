import { cell, type DataTable } from '~/features/insight/data-table';
import { reasonName } from '~/features/insight/says/reasons-says';
import type { FailureReason, ReasonFacts } from '~/engine/insight/facts';
import { formatNumber } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';

/** Why tasks failed. @param linkTo the board with those that are still on it */
export function reasonsTable(
  { rows }: ReasonFacts,
  linkTo: (reason: FailureReason) => string,
  t: Translate,
): DataTable {
  return {
    columns: [
      { name: 'reason', label: t('insight.why.column.reason') },
      { name: 'tasks', label: t('insight.why.column.tasks'), isNumber: true },
      { name: 'on_board', label: t('insight.why.column.onBoard'), isNumber: true },
    ],
    rows: rows.map(({ kind, reason, count, onBoard }) => [
      {
        ...cell(kind, reasonName(kind, t)),
        href: onBoard === 0 ? undefined : linkTo(reason),
      },
      cell(count, formatNumber(count)),
      cell(onBoard, formatNumber(onBoard)),
    ]),
  };
}
