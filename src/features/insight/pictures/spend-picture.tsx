import type { SpendFacts } from '~/engine/insight/facts';
import { amountWords, listWords, modelName, unitName } from '~/features/insight/says/names';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';

import { Bar } from './bar';
import { useInks } from './use-inks';

/** What it cost, by service and unit, and who states nothing. */
export function SpendPicture({ facts: { stated, silent } }: { facts: SpendFacts }) {
  const t = useT();
  return (
    <div className="grid gap-3.5">
      {stated.map((sum) => (
        <Stated key={`${sum.base} ${sum.unit ?? ''}`} sum={sum} />
      ))}
      {silent.map(({ base, models, count }) => (
        <div key={base} className="min-w-0">
          <h4 className="text-note font-label text-ink-2">
            {t('insight.cost.silentBy', { service: serviceName(base) })}
          </h4>
          <p className="break-words">
            {t('insight.cost.silentLine', {
              models: listWords(models.map((model) => modelName(model, t))),
              n: count,
            })}
          </p>
        </div>
      ))}
    </div>
  );
}

type Sums = SpendFacts['stated'][number];

function Stated({ sum: { base, unit, models } }: { sum: Sums }) {
  const t = useT();
  const inks = useInks();
  // Bars of bare numbers would compare what may be different things.
  const isComparable = unit !== null && models.length > 1;
  const most = models.reduce((best, { amount }) => Math.max(best, amount), 0);
  return (
    <div className="min-w-0">
      <h4 className="mb-1.5 text-note font-label break-words text-ink-2">
        {t('insight.cost.by', { service: serviceName(base), unit: unitName(unit, t) })}
      </h4>
      <ul className="grid gap-2">
        {models.map((one) => (
          <li key={one.model ?? ''} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 break-words">{lineWords(one, unit, t)}</span>
            <b className="digits">{amountWords({ amount: one.amount, unit }, t)}</b>
            {isComparable && most > 0 ? <Bar share={one.amount / most} ink={inks.usual} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function lineWords(
  { model, count, each }: Sums['models'][number],
  unit: string | null,
  t: Translate,
): string {
  const values = { model: modelName(model, t), n: count };
  // Of a single one its amount says it.
  if (each === null || count === 1) return t('insight.cost.line', values);
  return t('insight.cost.lineEach', { ...values, each: amountWords({ amount: each, unit }, t) });
}
