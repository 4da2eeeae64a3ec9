import type { FailureReason, ReasonFacts } from '~/engine/insight/facts';
import { reasonName } from '~/features/insight/says/reasons-says';
import { formatNumber } from '~/i18n/format';
import { useT } from '~/i18n/use-t';

import { ReasonLink } from '~/features/insight/reason-link';
import { Bar } from './bar';
import { useInks } from './use-inks';

/** Why tasks failed: a bar for each reason, which leads to those that are on the board. */
export function ReasonsPicture({
  facts: { rows },
  linkTo,
}: {
  facts: ReasonFacts;
  linkTo: (reason: FailureReason) => string;
}) {
  const t = useT();
  const inks = useInks();
  const most = rows.reduce((best, { count }) => Math.max(best, count), 1);
  return (
    <ul className="grid gap-3">
      {rows.map(({ kind, reason, count, onBoard }) => (
        <li key={kind} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          {onBoard === 0 ? (
            <span className="min-w-0 flex-1">{reasonName(kind, t)}</span>
          ) : (
            <span className="min-w-0 flex-1">
              <ReasonLink href={linkTo(reason)}>{reasonName(kind, t)}</ReasonLink>
            </span>
          )}
          {onBoard === 0 || onBoard === count ? null : (
            <span className="text-note text-ink-3">{t('insight.why.onBoard', { n: onBoard })}</span>
          )}
          <b className="digits">{formatNumber(count)}</b>
          <Bar share={count / most} ink={inks.failed} />
        </li>
      ))}
    </ul>
  );
}
