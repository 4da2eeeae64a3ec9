import { cell, type DataTable } from '~/features/insight/data-table';
import { amountWords, listWords, modelName, unitName } from '~/features/insight/says/names';
import type { SpendFacts } from '~/engine/insight/facts';
import { formatNumber } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

const COLUMNS = ['service', 'model', 'tasks', 'unit', 'each', 'amount'] as const;
const TEXTS: ReadonlySet<string> = new Set(['service', 'model', 'unit']);

/** What it cost: a line for each service, unit and model, and one for each service that states nothing. */
export function spendTable({ stated, silent }: SpendFacts, t: Translate): DataTable {
  return {
    columns: COLUMNS.map((name) => ({
      name,
      label: t(`insight.cost.column.${name}`),
      isNumber: !TEXTS.has(name),
    })),
    rows: [
      ...stated.flatMap(({ base, unit, models }) =>
        models.map(({ model, count, amount, each }) => [
          cell(base, serviceName(base)),
          cell(model, modelName(model, t)),
          cell(count, formatNumber(count)),
          cell(unit, unitName(unit, t)),
          cell(each, each === null ? '' : amountWords({ amount: each, unit }, t)),
          cell(amount, amountWords({ amount, unit }, t)),
        ]),
      ),
      ...silent.map(({ base, count, models }) => [
        cell(base, serviceName(base)),
        cell(
          models.map((model) => model ?? '').join(' '),
          listWords(models.map((model) => modelName(model, t))),
        ),
        cell(count, formatNumber(count)),
        cell(null),
        cell(null),
        cell(null, t('insight.cost.unsaid')),
      ]),
    ],
  };
}
