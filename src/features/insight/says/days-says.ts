import type { DayFacts, DaySentence } from '~/engine/insight/facts';
import type { Share } from '~/engine/insight/shares';
import { formatDay } from '~/i18n/format-day';
import type { Translate } from '~/i18n/i18n';

import { capitalised } from './names';
import { together } from './sentences';

type Counted = Extract<DaySentence, { kind: 'counted' }>;

/** What the picture of days says. @param now epoch ms */
export function daysSay({ says }: DayFacts, now: number, t: Translate): string {
  if (says.kind === 'nothing') return t('insight.byDay.nothing');
  const { cancelled, busiest } = says;
  return together(
    [
      counted(says, t),
      cancelled === 0 ? null : t('insight.byDay.cancelled', { n: cancelled }),
      busiest &&
        t(MOST[busiest.most], {
          day: capitalised(formatDay(busiest.at, now)),
          n: busiest.count,
        }),
    ],
    t,
  );
}

function counted({ ready, failed, days, failedShare }: Counted, t: Translate): string {
  const which = days === 1 ? 'today' : 'counted';
  if (failed === 0) return t(`insight.byDay.${which}Ready`, { ready, days });
  if (failedShare === null) return t(`insight.byDay.${which}`, { ready, failed, days });
  const share = shareWords(failedShare, t);
  return t(`insight.byDay.${which}Share`, { ready, failed, days, share });
}

const MOST = {
  both: 'insight.byDay.mostBoth',
  ready: 'insight.byDay.mostReady',
  failed: 'insight.byDay.mostFailed',
} as const satisfies Record<NonNullable<Counted['busiest']>['most'], string>;

function shareWords(share: Share, t: Translate): string {
  switch (share.kind) {
    case 'of':
      return t('insight.share.of', { part: share.part, whole: share.whole });
    case 'of-100':
      return t(share.isExact ? 'insight.share.of100' : 'insight.share.about', { n: share.n });
    case 'less-than-1-of-100':
      return t('insight.share.least');
    case 'more-than-99-of-100':
      return t('insight.share.greatest');
  }
}
