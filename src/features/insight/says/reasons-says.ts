import type { FailureKind } from '~/core/failure';
import type { ReasonFacts } from '~/engine/insight/facts';
import { formatNumber } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';

import { capitalised, listWords } from './names';
import { together } from './sentences';

/** What the picture of reasons says. */
export function reasonsSay({ says }: ReasonFacts, t: Translate): string {
  switch (says.kind) {
    case 'nothing':
      return t('insight.why.nothing');
    case 'none-failed':
      return t('insight.why.none', { n: says.ended });
    case 'most': {
      const [failed, count] = [formatNumber(says.failed), formatNumber(says.count)];
      const reason = t(`insight.reason.${says.reason}`);
      return together(
        [
          says.failed === 1
            ? t('insight.why.only', { reason })
            : t(`insight.why.${says.part}`, { failed, count, reason }),
          says.worksAgain ? t('insight.why.worksAgain') : null,
        ],
        t,
      );
    }
    case 'several':
      return t('insight.why.several', {
        failed: formatNumber(says.failed),
        each: formatNumber(says.each),
        reasons: listWords(says.reasons.map((kind) => t(`insight.reason.${kind}`))),
      });
    case 'many':
      return t('insight.why.many', { failed: formatNumber(says.failed), n: says.reasons });
    case 'unsaid': {
      const { unsaid, failed } = says;
      if (unsaid === failed) return t('insight.why.unsaid', { n: failed });
      return t('insight.why.someUnsaid', {
        n: formatNumber(unsaid),
        failed: formatNumber(failed),
      });
    }
  }
}

/** A reason on its own. */
export function reasonName(kind: FailureKind, t: Translate): string {
  return capitalised(t(`insight.reason.${kind}`));
}
