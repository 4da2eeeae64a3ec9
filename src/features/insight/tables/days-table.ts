import { cell, type DataTable } from '~/features/insight/data-table';
import type { DayFacts } from '~/engine/insight/facts';
import { formatNumber } from '~/i18n/format';
import { formatDay } from '~/i18n/format-day';
import type { Translate } from '~/i18n/i18n';

const COUNTS = ['ready', 'failed', 'cancelled'] as const;

/** What ended on each day, the latest first. @param now epoch ms */
export function daysTable({ days }: DayFacts, now: number, t: Translate): DataTable {
  return {
    columns: [
      { name: 'day', label: t('insight.byDay.column.day') },
      ...COUNTS.map((name) => ({
        name,
        label: t(`insight.byDay.column.${name}`),
        isNumber: true,
      })),
    ],
    rows: days
      .toReversed()
      .map((one) => [
        cell(one.day, formatDay(one.at, now)),
        ...COUNTS.map((name) => cell(one[name], formatNumber(one[name]))),
      ]),
  };
}
